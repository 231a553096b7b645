/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.retrieve.send.BodyWriter;
import org.isocenter.service.multipart.MultipartWriter;

/** Several parts in one body (RFC 2387). Used by one thread. */
final class MultipartBody {

    private final List<Part> parts;
    private final String boundary = MultipartWriter.newBoundary();

    MultipartBody(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The Content-Type of the body, its parts being of the media type. */
    String contentType(String partMediaType) {
        return MultipartWriter.contentType(partMediaType, boundary);
    }

    /** Bytes of the whole body, if the length of every part is known. */
    OptionalLong length() throws IOException {
        CountingOutput framing = new CountingOutput();
        MultipartWriter writer = new MultipartWriter(framing, boundary);
        long contents = 0;
        for (Part part : parts) {
            OptionalLong length = part.content().length();
            if (length.isEmpty()) {
                return OptionalLong.empty();
            }
            contents += length.getAsLong();
            writer.beginPart(part.headers());
        }
        writer.finish();
        return OptionalLong.of(contents + framing.count);
    }

    /** Sends the parts one after the other; what the next one needs from afar is fetched meanwhile. */
    void writeTo(BodyWriter out, Executor executor) throws IOException {
        MultipartWriter writer = new MultipartWriter(out, boundary);
        int i = 0;
        try {
            for (; i < parts.size(); i++) {
                writer.beginPart(parts.get(i).headers());
                if (i + 1 < parts.size()) {
                    parts.get(i + 1).content().prepare(executor);
                }
                parts.get(i).content().writeTo(out);
            }
        } finally {
            for (int left = i; left < Math.min(i + 2, parts.size()); left++) {
                parts.get(left).content().close();
            }
        }
        writer.finish();
    }

    /** Counts what is written to it. */
    private static final class CountingOutput extends OutputStream {

        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
