/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers of changes: they grow with each change whatever the clocks say, and two processes do not choose the same. */
final class Revision {

    private static final int MICROS = 1000;

    private Revision() {}

    static long after(long before, Instant now) {
        long atNow = now.toEpochMilli() * MICROS + ThreadLocalRandom.current().nextInt(MICROS);
        return Math.max(atNow, before + 1 + ThreadLocalRandom.current().nextInt(MICROS));
    }
}
