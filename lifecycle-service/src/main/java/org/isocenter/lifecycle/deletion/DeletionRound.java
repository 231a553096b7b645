/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.rejection.PermanentDeletion;
import org.isocenter.archive.rejection.PermanentDeletion.Outcome;

/** One look at all deletions that are due, day by day, the oldest day first. For one thread. */
final class DeletionRound {

    private static final int CHUNK = 200;

    /** A day is forgotten when it is so long over that nobody notes anything for it any more. */
    private static final Duration REST = Duration.ofDays(1);

    private final RejectionStore store;
    private final PermanentDeletion deletion;
    private final Pace pace;
    private final BooleanSupplier ours;

    /**
     * Over what is noted.
     *
     * @param ours asked before each portion of the work whether to go on
     */
    DeletionRound(RejectionStore store, PermanentDeletion deletion, Pace pace, BooleanSupplier ours) {
        this.store = store;
        this.deletion = deletion;
        this.pace = pace;
        this.ours = ours;
    }

    /**
     * Deletes what was rejected before a moment, and returns how many instances that was.
     *
     * @throws org.isocenter.archive.error.ArchiveException if an engine does not answer; the next round goes on
     */
    int run(Instant rejectedBefore) throws InterruptedException {
        int deleted = 0;
        LocalDate last = LocalDate.ofInstant(rejectedBefore, ZoneOffset.UTC);
        for (LocalDate day : store.dueDays()) {
            if (day.isAfter(last)) {
                break;
            }
            Instant begun = Instant.now();
            boolean whole = true;
            for (int shard = 0; shard < DueDeletion.SHARDS; shard++) {
                Optional<Integer> done = shard(day, shard, rejectedBefore);
                deleted += done.orElse(0);
                whole &= done.isPresent();
            }
            if (whole
                    && LocalDate.ofInstant(rejectedBefore.minus(REST), ZoneOffset.UTC)
                            .isAfter(day)) {
                store.removeDueDay(day, begun);
            }
        }
        return deleted;
    }

    /** How many were deleted; empty if it did not come to the end. */
    private Optional<Integer> shard(LocalDate day, int shard, Instant rejectedBefore) throws InterruptedException {
        int deleted = 0;
        while (true) {
            List<DueDeletion> due = store.due(day, shard, rejectedBefore, CHUNK);
            boolean progress = false;
            for (DueDeletion each : due) {
                if (!ours.getAsBoolean()) {
                    return Optional.empty();
                }
                pace.await();
                Outcome outcome = deletion.carryOut(each, rejectedBefore);
                deleted += outcome == Outcome.DELETED ? 1 : 0;
                progress |= outcome != Outcome.LATER;
            }
            if (due.size() < CHUNK) {
                return Optional.of(deleted);
            }
            if (!progress) {
                return Optional.empty();
            }
        }
    }
}
