/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

import org.isocenter.service.multipart.MultipartWriter;

/** Several parts in one body (RFC 2387), whose length is known where that of every part is. */
final class MultipartBody {

    private MultipartBody() {}

    /** Bytes of the whole body, if the length of every part is known. */
    static OptionalLong length(List<Part> parts, String boundary) throws IOException {
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
