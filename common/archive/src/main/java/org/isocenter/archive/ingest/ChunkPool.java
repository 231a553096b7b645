/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/**
 * Chunks of memory for bodies under way, bounded in number: whoever finds none waits, and so stops reading its socket. Chunks
 * are used again, and small enough not to be humongous to a collector. Safe for use by many threads.
 */
final class ChunkPool {

    static final int CHUNK = 256 << 10;

    private final Semaphore free;
    private final int reserve;
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();
    private final Duration patience;

    ChunkPool(long bytes, Duration patience) {
        int chunks = (int) Math.max(4, bytes / CHUNK);
        free = new Semaphore(chunks);
        reserve = chunks / 4;
        this.patience = patience;
    }

    /** A chunk for a body that has none yet; throws OVER_CAPACITY when none comes free in time. */
    byte[] take() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too much is being received at the same time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted while waiting for memory", e);
        }
        return chunk();
    }

    /**
     * A further chunk for a body that has some, or null if none is to be had now. A part is left for bodies that begin, so that a
     * few whose senders have fallen silent cannot keep all others out.
     */
    byte[] takeMore() {
        return free.availablePermits() > reserve && free.tryAcquire() ? chunk() : null;
    }

    private byte[] chunk() {
        byte[] chunk = idle.poll();
        return chunk == null ? new byte[CHUNK] : chunk;
    }

    void giveBack(byte[] chunk) {
        idle.offer(chunk);
        free.release();
    }
}
