/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.isocenter.loadtest.study.StudyFacts;

/** Studies of which every instance was acknowledged, for those who read. Remembers the last ones. Thread-safe. */
public final class StoredStudies {

    private static final int MOST = 50_000;

    private final List<Entry> entries = new ArrayList<>();
    private final long settleNanos;
    private int oldest;

    private record Entry(StudyFacts facts, long since) {}

    /** Gives studies that are so old. */
    public StoredStudies(Duration settle) {
        this.settleNanos = settle.toNanos();
    }

    /** Remembers a study. */
    public synchronized void add(StudyFacts facts) {
        Entry entry = new Entry(facts, System.nanoTime());
        if (entries.size() < MOST) {
            entries.add(entry);
        } else {
            entries.set(oldest, entry);
            oldest = (oldest + 1) % MOST;
        }
    }

    /** One of them; empty as long as none is old enough. */
    public synchronized Optional<StudyFacts> choose(Random random) {
        int from = 0;
        int to = entries.size();
        long until = System.nanoTime() - settleNanos;
        while (from < to) {
            int middle = (from + to) / 2;
            if (entries.get((oldest + middle) % entries.size()).since - until <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0
                ? Optional.empty()
                : Optional.of(entries.get((oldest + random.nextInt(from)) % entries.size()).facts);
    }

    /** How many are remembered. */
    public synchronized int size() {
        return entries.size();
    }
}
