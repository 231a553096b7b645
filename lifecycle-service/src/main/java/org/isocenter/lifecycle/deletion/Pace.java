/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.util.concurrent.TimeUnit;

/** Keeps a thread from doing more than so many things a second. For one thread. */
final class Pace {

    private final long nanosEach;
    private long next = System.nanoTime();

    /** At most so many a second, at least one. */
    Pace(int perSecond) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
    }

    /** Waits until it is time for the next one. */
    void await() throws InterruptedException {
        long now = System.nanoTime();
        if (next - now > 0) {
            TimeUnit.NANOSECONDS.sleep(next - now);
            now = System.nanoTime();
        }
        next = now + nanosEach;
    }
}
