/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/**
 * The memory in which pixels are decoded, of all requests together: half of the heap. Who needs more, up to three quarters of the heap, gets all
 * of it and is alone. First come, first served. Thread-safe.
 */
@ApplicationScoped
public class PixelMemory {

    private static final int UNIT = 1 << 20;

    private final int units;
    private final Semaphore free;

    /** Of half of the heap. */
    @Inject
    public PixelMemory() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    /** Of a number of bytes, in MiB. */
    PixelMemory(long bytes) {
        units = (int) Math.max(1, Math.min(bytes / UNIT, Integer.MAX_VALUE));
        free = new Semaphore(units, true);
    }

    /** What was taken, until it is closed. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes some.
     *
     * @param bytes that will be needed, at least 0
     * @param patience how long to wait for others
     * @throws ArchiveException OVER_CAPACITY if others did not give back enough in time, LIMIT_EXCEEDED if it is more than there
     *     ever is
     */
    public Share take(long bytes, Duration patience) {
        long wanted = bytes / UNIT + 1;
        if (wanted > units + units / 2) {
            throw new ArchiveException(
                    ErrorCode.LIMIT_EXCEEDED, "The pixels take more memory than there is for pixels.");
        }
        int permits = (int) Math.min(wanted, units);
        try {
            if (!free.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ArchiveException(
                        ErrorCode.OVER_CAPACITY, "Too many pixels are being decoded at the same time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "The service ends.", e);
        }
        return () -> free.release(permits);
    }
}
