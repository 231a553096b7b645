/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Deletes work items some time after they have ended, unless somebody holds a deletion lock (PS3.4 CC.2.3.1), and clears away what
 * failed changes left. May run in several processes at the same time: each deletion has one winner. Safe for use by many threads.
 */
public final class WorkitemExpiry {

    /** Longer than any change takes. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final WorkitemStore store;
    private final Subscribers subscribers;
    private final Duration kept;
    private final Duration remembered;
    private final Clock clock;

    /**
     * With how long work items are kept.
     *
     * @param kept after their end
     * @param remembered how long after that they are known to have been deleted
     */
    public WorkitemExpiry(
            WorkitemStore store,
            SubscriptionStore subscriptions,
            WorkitemMatching matching,
            Duration kept,
            Duration remembered,
            Clock clock) {
        this.store = store;
        this.subscribers = new Subscribers(subscriptions, matching);
        this.kept = kept;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Deletes what is due now, and tells how many that were. */
    public int run() {
        Instant now = clock.instant();
        int removed = 0;
        for (WorkitemState state : WorkitemState.values()) {
            for (LocalDate day : store.days(state)) {
                if (state.isFinal()) {
                    removed += removeExpired(store.unchangedSince(state, day, now.minus(kept)), now.minus(kept));
                }
                store.tidy(state, day, now.minus(SETTLED));
            }
        }
        return removed;
    }

    private int removeExpired(List<String> uids, Instant before) {
        int removed = 0;
        for (String uid : uids) {
            Optional<Workitem> workitem = store.find(uid);
            boolean isDue = workitem.isPresent()
                    && workitem.get().state().isFinal()
                    && workitem.get().changedAt().isBefore(before)
                    && !subscribers.isLocked(workitem.get());
            if (isDue && store.remove(workitem.get(), remembered)) {
                removed++;
            }
        }
        return removed;
    }
}
