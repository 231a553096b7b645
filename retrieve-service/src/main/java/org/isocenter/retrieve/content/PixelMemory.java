/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** What frames that are decoded and encoded at the same time may take of the memory. Thread-safe. */
final class PixelMemory {

    /** For all requests of the process. */
    static final PixelMemory SHARED = new PixelMemory(
            (int) Math.min(256 << 10, Runtime.getRuntime().maxMemory() / 4 >> 10), Duration.ofSeconds(20));

    private final Semaphore kibibytes;
    private final int all;
    private final Duration patience;

    PixelMemory(int kibibytes, Duration patience) {
        this.kibibytes = new Semaphore(kibibytes, true);
        this.all = kibibytes;
        this.patience = patience;
    }

    /** Memory that was taken; to be closed. */
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until so many bytes are free.
     *
     * @throws ArchiveException LIMIT_EXCEEDED if there will never be so many, OVER_CAPACITY if they did not become free in time
     */
    Lease take(long bytes) {
        int wanted = (int) Math.min(Integer.MAX_VALUE, (bytes >> 10) + 1);
        if (wanted > all) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a frame is too large to be decoded");
        }
        try {
            if (!kibibytes.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too many frames are decoded at the same time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted");
        }
        return () -> kibibytes.release(wanted);
    }
}
