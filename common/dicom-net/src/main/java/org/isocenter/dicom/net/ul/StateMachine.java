/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.util.Optional;

/** Where an association stands. Safe for concurrent use. */
final class StateMachine {
    private final boolean requestor;
    private State state = State.STA1;

    StateMachine(boolean requestor) {
        this.requestor = requestor;
    }

    synchronized State state() {
        return state;
    }

    /** Takes the step of the table; empty, and no step, where it is blank. */
    synchronized Optional<Action> on(Event event) {
        Optional<Action> action = StateTable.PS3_8.action(state, event);
        action.ifPresent(a -> state = a.next(requestor));
        return action;
    }

    /** Whether P-DATA may be sent. */
    boolean maySend() {
        State current = state();
        return current == State.STA6 || current == State.STA8;
    }

    /** Whether there is no association any more. */
    boolean isOver() {
        State current = state();
        return current == State.STA1 || current == State.STA13;
    }
}
