/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.time.Duration;
import java.util.List;

/** An engine as a process of this machine. The same engine may be stopped, killed and started again on the same port and data. */
public abstract class Engine implements AutoCloseable {

    private static final long POLL_MILLIS = 50;

    private final ChildJvm child;

    Engine(ChildJvm child) {
        this.child = child;
    }

    /** Starts the process and returns at once. */
    public final void start() {
        child.start();
    }

    /** Waits until it serves; throws {@link EngineException} if it ends or the limit passes. */
    public final void awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!child.isAlive() || System.nanoTime() > deadline) {
                throw new EngineException(child.failure());
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException("interrupted", e);
            }
        }
    }

    /** Whether it serves now. */
    public abstract boolean isReady();

    /** Where it listens, for people: {@code "cql 127.0.0.1:9042"}. */
    public abstract List<String> addresses();

    /** What it is called: {@code cassandra}, {@code kafka} or {@code s3}; with a number if there are several: {@code kafka-2}. */
    public final String name() {
        return child.name();
    }

    /** The process; 0 if it was never started. */
    public final long pid() {
        return child.pid();
    }

    public final boolean isAlive() {
        return child.isAlive();
    }

    /** Whether it was told to stand still. */
    public final boolean isPaused() {
        return child.isPaused();
    }

    /** Ends it in order. */
    public final void stop() {
        child.stop();
    }

    /** Ends it as {@code kill -9} does. */
    public final void kill() {
        child.kill();
    }

    /** Lets it stand still: connections stay open and are not answered. */
    public final void pause() {
        child.pause();
    }

    /** Lets it go on after {@link #pause}. */
    public final void resume() {
        child.resume();
    }

    @Override
    public void close() {
        stop();
    }
}
