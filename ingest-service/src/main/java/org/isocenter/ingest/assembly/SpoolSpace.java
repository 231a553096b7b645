/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** Room on the disk for bulk data that waits, shared by all requests. Thread-safe. */
public final class SpoolSpace {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** With the bytes that there are for all together. */
    public SpoolSpace(long limit) {
        this.limit = limit;
    }

    /**
     * Takes room.
     *
     * @param held bytes that the request has already
     * @param more bytes that it wants
     * @throws ArchiveException LIMIT_EXCEEDED if the request alone wants more than there is, OVER_CAPACITY if others have it
     */
    void take(long held, long more) {
        if (held + more > limit) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the bulk data of one request are too long");
        }
        if (taken.addAndGet(more) > limit) {
            taken.addAndGet(-more);
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "other requests have the room for bulk data");
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken. */
    public long taken() {
        return taken.get();
    }
}
