/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.Optional;

/** What may follow which state (PS3.4 table CC.1.1-2). The Transaction UID is the lock of who performs the step. */
final class StateMachine {

    private StateMachine() {}

    /**
     * Whether a state may be changed as asked for by Change UPS State (PS3.4 CC.2.1).
     *
     * @param current the state that it has
     * @param lock the Transaction UID by which it was claimed, or empty
     * @param wanted the state that it shall have
     * @param given the Transaction UID of the request, or empty
     * @return a warning when it has the state already and nothing is to be done, else empty
     * @throws WorkitemException if it may not
     */
    static Optional<WorkitemStatus> change(WorkitemState current, String lock, WorkitemState wanted, String given) {
        if (wanted == WorkitemState.SCHEDULED) {
            throw new WorkitemException(WorkitemStatus.NEVER_SCHEDULED_AGAIN);
        }
        if (given.isEmpty()) {
            throw new WorkitemException(WorkitemStatus.TRANSACTION_UID_MISSING);
        }
        if (current != WorkitemState.SCHEDULED && !given.equals(lock)) {
            throw new WorkitemException(WorkitemStatus.TRANSACTION_UID_INCORRECT);
        }
        return switch (wanted) {
            case SCHEDULED -> throw new WorkitemException(WorkitemStatus.NEVER_SCHEDULED_AGAIN);
            case IN_PROGRESS -> claim(current);
            case COMPLETED, CANCELED -> finish(current, wanted);
        };
    }

    private static Optional<WorkitemStatus> claim(WorkitemState current) {
        return switch (current) {
            case SCHEDULED -> Optional.empty();
            case IN_PROGRESS -> throw new WorkitemException(WorkitemStatus.ALREADY_IN_PROGRESS);
            case COMPLETED, CANCELED -> throw new WorkitemException(WorkitemStatus.NO_LONGER_UPDATED);
        };
    }

    private static Optional<WorkitemStatus> finish(WorkitemState current, WorkitemState wanted) {
        if (current == wanted) {
            return Optional.of(
                    wanted == WorkitemState.COMPLETED
                            ? WorkitemStatus.ALREADY_COMPLETED
                            : WorkitemStatus.ALREADY_CANCELED);
        }
        return switch (current) {
            case SCHEDULED -> throw new WorkitemException(WorkitemStatus.NOT_YET_IN_PROGRESS);
            case IN_PROGRESS -> Optional.empty();
            case COMPLETED, CANCELED -> throw new WorkitemException(WorkitemStatus.NO_LONGER_UPDATED);
        };
    }

    /**
     * Whether attributes may be set (PS3.4 CC.2.6.2 and CC.2.6.3).
     *
     * @throws WorkitemException if they may not
     */
    static void update(WorkitemState current, String lock, String given) {
        switch (current) {
            case SCHEDULED -> {
                if (!given.isEmpty()) {
                    throw new WorkitemException(WorkitemStatus.NOT_YET_IN_PROGRESS);
                }
            }
            case IN_PROGRESS -> {
                if (given.isEmpty()) {
                    throw new WorkitemException(WorkitemStatus.TRANSACTION_UID_MISSING);
                }
                if (!given.equals(lock)) {
                    throw new WorkitemException(WorkitemStatus.TRANSACTION_UID_INCORRECT);
                }
            }
            case COMPLETED, CANCELED -> throw new WorkitemException(WorkitemStatus.NO_LONGER_UPDATED);
        }
    }
}
