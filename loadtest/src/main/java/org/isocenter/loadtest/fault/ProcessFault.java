/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.util.Locale;

/**
 * A process of the cluster that dies, ends or stands still.
 *
 * @param cluster that is told
 * @param how it goes
 * @param process its name
 * @param alone whether there is no other process of its kind
 */
record ProcessFault(ClusterControl cluster, How how, String process, boolean alone) implements Fault {

    /** How a process can go. */
    enum How {
        /** At once, as by kill -9. */
        KILL,
        /** In order. */
        STOP,
        /** It stands still (SIGSTOP). */
        PAUSE,
        /** In order, and back at once. */
        RESTART;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return how.word() + "-" + process;
    }

    @Override
    public boolean isOutage() {
        return alone;
    }

    @Override
    public void begin() throws IOException {
        cluster.tell(how.word(), process);
    }

    @Override
    public void end() throws IOException {
        switch (how) {
            case KILL, STOP, RESTART -> cluster.tell("start", process);
            case PAUSE -> cluster.tell("resume", process);
        }
    }
}
