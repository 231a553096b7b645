/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was handed over and the operating system did not take yet. The writing thread waits at the limit and goes on when half of
 * it is done, so that it is woken seldom. Thread-safe.
 */
final class InFlight {

    /** Bytes in buffers. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Files that are open. */
    static final int MAX_FILES = 16;

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
            while (!gone && (bytes >= MAX_BYTES || files >= MAX_FILES)) {
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
            bytes -= lessBytes;
            files -= lessFiles;
            gone |= !succeeded;
            if (waiting && (gone || bytes <= MAX_BYTES / 2 && files <= MAX_FILES / 2)) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody takes any more. */
    void clientGone() {
        done(0, 0, false);
    }
}
