/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.time.Duration;
import java.util.List;

import org.isocenter.engines.Engine;

/** A process of the cluster, and whether it is wanted to run. Safe for use by many threads. */
final class Member {

    private static final Duration READY = Duration.ofSeconds(300);

    private final Engine process;
    private final List<String> addresses;
    private volatile boolean wanted;

    /**
     * A member that is not wanted yet.
     *
     * @param process which is started, or will be
     * @param addresses where it listens
     */
    Member(Engine process, List<String> addresses) {
        this.process = process;
        this.addresses = List.copyOf(addresses);
    }

    String name() {
        return process.name();
    }

    List<String> addresses() {
        return addresses;
    }

    Engine process() {
        return process;
    }

    /** Whether it ended without having been asked to. */
    boolean isMissing() {
        return wanted && !process.isAlive();
    }

    /** How it is now; waits some seconds for one that does not answer. */
    State state() {
        if (!process.isAlive()) {
            return wanted ? State.DEAD : State.STOPPED;
        }
        if (process.isPaused()) {
            return State.PAUSED;
        }
        return process.isReady() ? State.READY : State.NOT_READY;
    }

    /** Starts it if it does not run, and returns at once. */
    synchronized void start() {
        wanted = true;
        if (!process.isAlive()) {
            process.start();
        }
    }

    /** It was started by somebody else and is to be kept running. */
    void keep() {
        wanted = true;
    }

    void awaitReady() {
        process.awaitReady(READY);
    }

    synchronized void stop() {
        wanted = false;
        process.stop();
    }

    synchronized void kill() {
        wanted = false;
        process.kill();
    }

    void pause() {
        process.pause();
    }

    void resume() {
        process.resume();
    }

    /** How a member may be. */
    enum State {
        /** It serves. */
        READY("ready"),
        /** It runs and does not serve: it starts, drains, or lacks an engine. */
        NOT_READY("not ready"),
        /** It was told to stand still. */
        PAUSED("paused"),
        /** It was told to end. */
        STOPPED("stopped"),
        /** It ended by itself and will be started again. */
        DEAD("dead");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
