/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections of which the time is over, so that a whole exchange has a limit and not each read of it: a peer that sends a
 * byte a second is late too.
 */
final class Watchdog {

    private static final long TICK_MILLIS = 20;
    private static final Watchdog INSTANCE = new Watchdog();

    private final Set<LoadSocket> watched = ConcurrentHashMap.newKeySet();

    private Watchdog() {
        Thread thread = new Thread(this::watch, "load-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    static void add(LoadSocket socket) {
        INSTANCE.watched.add(socket);
    }

    static void remove(LoadSocket socket) {
        INSTANCE.watched.remove(socket);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                long now = System.nanoTime();
                for (LoadSocket each : watched) {
                    each.closeIfOverdue(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
