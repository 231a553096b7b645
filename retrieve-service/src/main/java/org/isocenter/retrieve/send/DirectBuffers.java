/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Direct buffers of one size that are used again and again. The pool of the HTTP layer is made for small buffers: larger ones
 * would be mapped and cleared anew for each use. Thread-safe.
 */
final class DirectBuffers {

    /** Bytes of a buffer: large enough that system calls cost little, small enough to stay in the processor's cache. */
    static final int SIZE = 256 * 1024;

    private static final int MAX_KEPT = 128;

    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        if (buffer == null) {
            return ByteBuffer.allocateDirect(SIZE);
        }
        kept.decrementAndGet();
        return buffer.clear();
    }

    void give(ByteBuffer buffer) {
        if (kept.incrementAndGet() > MAX_KEPT) {
            kept.decrementAndGet();
            return;
        }
        free.add(buffer);
    }
}
