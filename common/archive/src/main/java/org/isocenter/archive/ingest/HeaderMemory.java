/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.io.HeaderMeter;

/**
 * Memory for the headers that are being read at the same time. Those of images take nothing of it, being below a mebibyte; it is
 * for long ones, of which a few at once would be more than the heap. Safe for use by many threads.
 */
final class HeaderMemory {

    private static final long UNIT = 1 << 20;
    /** The longest header has to find room. */
    private static final long LEAST = 80 * UNIT;

    private final Semaphore free;
    private final Duration patience;

    HeaderMemory(long bytes, Duration patience) {
        this.free = new Semaphore((int) (Math.max(LEAST, bytes) / UNIT));
        this.patience = patience;
    }

    Share share() {
        return new Share();
    }

    /** What one header has taken. Used by one thread. */
    final class Share implements HeaderMeter, AutoCloseable {

        private int taken;

        @Override
        public void grow(long bytes) {
            int units = (int) ((bytes + UNIT - 1) / UNIT);
            try {
                if (!free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too many long headers at the same time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted while waiting for memory", e);
            }
            taken += units;
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}
