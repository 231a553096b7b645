/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceUids;

/** Changes standings of instances of a series by a rule, whoever else changes them at the same time. Thread-safe. */
final class StandingChanges {

    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final RejectionStore store;

    StandingChanges(RejectionStore store) {
        this.store = store;
    }

    /**
     * Applies the rule until it wants nothing any more.
     *
     * @param standings reads them anew
     * @param rule what becomes of a standing, or empty if it stays
     * @param announce told of each change before it is made, and again if it has to be repeated
     * @return the instances that were changed, counted once each
     * @throws ArchiveException STORAGE_UNAVAILABLE if others are always faster
     */
    int apply(
            Supplier<List<InstanceStanding>> standings,
            Function<InstanceStanding, Optional<InstanceStanding>> rule,
            Consumer<List<InstanceStanding>> announce) {
        Set<InstanceUids> changed = new HashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<InstanceStanding> next = new ArrayList<>();
            standings.get().forEach(each -> rule.apply(each).ifPresent(next::add));
            if (next.isEmpty()) {
                return changed.size();
            }
            announce.accept(next);
            next.forEach(each -> changed.add(each.uids()));
            if (change(next)) {
                return changed.size();
            }
            pause();
        }
        throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "others change the same instances all the time");
    }

    private boolean change(List<InstanceStanding> next) {
        boolean all = true;
        for (int from = 0; from < next.size(); from += RejectionStore.MOST_CHANGES) {
            all &= store.change(next.subList(from, Math.min(next.size(), from + RejectionStore.MOST_CHANGES)));
        }
        return all;
    }

    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS)));
    }
}
