/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.util.List;

import org.isocenter.engines.Engine;
import org.isocenter.engines.EngineException;
import org.jboss.logging.Logger;

/** Starts engines again that ended without having been asked to. */
final class EngineSupervisor implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EngineSupervisor.class);
    private static final int PAUSE_MILLIS = 2000;

    private final List<Engine> engines;
    private final Thread thread = new Thread(this::watch, "engine-supervisor");
    private volatile boolean closed;

    EngineSupervisor(List<Engine> engines) {
        this.engines = List.copyOf(engines);
    }

    /** Watches from now on; the engines run. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        for (Engine engine : engines) {
            if (!closed && !engine.isAlive()) {
                LOG.warnf("%s ended unexpectedly and is started again", engine.name());
                try {
                    engine.start();
                } catch (EngineException e) {
                    LOG.errorf("%s cannot be started: %s", engine.name(), e.getMessage());
                }
            }
        }
    }

    /** Watches no longer; returns when no engine is being started. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
