/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Executor;

import org.isocenter.retrieve.send.BodyWriter;
import org.isocenter.service.multipart.MultipartWriter;

/** Sends parts one after the other; what the next one needs from afar is fetched meanwhile. Used by one thread. */
final class PartWriter {

    private final BodyWriter out;
    private final String boundary;
    private final Executor executor;

    PartWriter(BodyWriter out, String boundary, Executor executor) {
        this.out = out;
        this.boundary = boundary;
        this.executor = executor;
    }

    /** Sends all of them, and the end of the body; at least one. */
    void write(Iterator<Part> parts) throws IOException {
        MultipartWriter writer = new MultipartWriter(out, boundary);
        Part current = null;
        Part next = parts.hasNext() ? parts.next() : null;
        try {
            while (next != null) {
                current = next;
                next = null;
                writer.beginPart(current.headers());
                if (parts.hasNext()) {
                    next = parts.next();
                    next.content().prepare(executor);
                }
                current.content().writeTo(out);
                current = null;
            }
        } finally {
            close(current);
            close(next);
        }
        writer.finish();
    }

    private static void close(Part part) {
        if (part != null) {
            part.content().close();
        }
    }
}
