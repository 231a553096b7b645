/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose deadline has passed: a socket write that the peer does not take has no timeout of its own and
 * ends by the socket's closing alone. One daemon thread looks at all connections four times a second.
 */
final class Deadlines {
    private static final long PERIOD_MILLIS = 250;
    private static final Set<Transport> WATCHED = ConcurrentHashMap.newKeySet();

    static {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "dicom-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(Deadlines::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Deadlines() {}

    static void watch(Transport transport) {
        WATCHED.add(transport);
    }

    static void forget(Transport transport) {
        WATCHED.remove(transport);
    }

    private static void look() {
        long now = System.nanoTime();
        for (Transport transport : WATCHED) {
            if (transport.isOverdue(now)) {
                transport.closeNow();
            }
        }
    }
}
