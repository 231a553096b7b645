/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** Memory for metadata that are being read at the same time, counted in mebibytes. Thread-safe. */
public final class MetadataMemory {

    private static final long UNIT = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final long most;
    private final Semaphore free;

    /**
     * @param all bytes for all requests together
     * @param most bytes for one request
     */
    public MetadataMemory(long all, long most) {
        this.most = most;
        this.free = new Semaphore((int) (Math.max(all, most) / UNIT) + 1);
    }

    /** The share of one request. */
    public Share share() {
        return new Share();
    }

    /** What one request has taken. Used by one thread. */
    public final class Share implements AutoCloseable {

        private long used;
        private int units;

        /**
         * Takes memory.
         *
         * @throws ArchiveException LIMIT_EXCEEDED if it is too much for one request, OVER_CAPACITY if others have it
         */
        void grow(long bytes) {
            used += bytes;
            if (used > most) {
                throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the metadata of one request are too long");
            }
            int wanted = (int) (used / UNIT) - units;
            if (wanted > 0) {
                acquire(wanted);
                units += wanted;
            }
        }

        private void acquire(int wanted) {
            try {
                if (!free.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too much metadata at the same time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted while waiting for memory", e);
            }
        }

        @Override
        public void close() {
            free.release(units);
            units = 0;
        }
    }
}
