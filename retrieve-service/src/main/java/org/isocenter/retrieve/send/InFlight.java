/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was handed over and the operating system did not take yet. The writing thread waits at the limit and goes on when half of
 * it is done, so that it is woken seldom. Thread-safe.
 */
final class InFlight {

    /** Bytes in buffers. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Ranges of files. */
    static final int MAX_FILES = 16;

    /** The bytes over all responses: beyond it each has one buffer under way, so that clients that read nothing take little. */
    private static final long MAX_OVER_ALL =
            Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final AtomicLong OVER_ALL = new AtomicLong();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long bytes;
    private int files;
    private boolean gone;
    private boolean waiting;

    /** Waits until there is room for more. */
    void awaitRoom() throws ClientGoneException {
        lock.lock();
        try {
            while (!gone && (bytes >= limit() || files >= MAX_FILES)) {
                waiting = true;
                changed.awaitUninterruptibly();
            }
            waiting = false;
            checkClient();
        } finally {
            lock.unlock();
        }
    }

    /** Some bytes in a buffer, or a file, are handed over. */
    void add(int moreBytes, int moreFiles) throws ClientGoneException {
        lock.lock();
        try {
            checkClient();
            bytes += moreBytes;
            OVER_ALL.addAndGet(moreBytes);
            files += moreFiles;
        } finally {
            lock.unlock();
        }
    }

    private void checkClient() throws ClientGoneException {
        if (gone) {
            throw new ClientGoneException();
        }
    }

    /** They are sent, or lost. */
    void done(int lessBytes, int lessFiles, boolean succeeded) {
        lock.lock();
        try {
            if (!gone) {
                bytes -= lessBytes;
                OVER_ALL.addAndGet(-lessBytes);
            }
            files -= lessFiles;
            if (!succeeded) {
                forgetClient();
            }
            if (waiting && (gone || bytes <= limit() / 2 && files <= MAX_FILES / 2)) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void forgetClient() {
        gone = true;
        OVER_ALL.addAndGet(-bytes);
        bytes = 0;
    }

    private static int limit() {
        return OVER_ALL.get() > MAX_OVER_ALL ? DirectBuffers.SIZE : MAX_BYTES;
    }

    /** Bytes under way over all responses. */
    static long overAll() {
        return OVER_ALL.get();
    }

    /** Nobody takes any more. */
    void clientGone() {
        done(0, 0, false);
    }
}
