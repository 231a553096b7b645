/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.contention;

import java.util.concurrent.atomic.LongAdder;

/** What replicas ask of each other, counted since the process began: where they may have to wait. Storing is to need none of it. Thread-safe. */
public enum Contention {
    /** A lock was asked for. */
    LOCK("lock"),
    /** A light-weight transaction of Cassandra: an agreement of its nodes before the write. */
    LIGHT_WEIGHT_TRANSACTION("lwt"),
    /** A statement was tried again at another node of Cassandra. */
    RETRY("retry");

    private final String label;
    private final LongAdder count = new LongAdder();

    Contention(String label) {
        this.label = label;
    }

    /** Counts one. */
    public void add() {
        count.increment();
    }

    /** How many there were. */
    public long count() {
        return count.sum();
    }

    /** What it is called in metrics. */
    public String label() {
        return label;
    }
}
