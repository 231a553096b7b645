/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

import org.isocenter.retrieve.send.BodyWriter;

/** Bytes in memory: a frame that had to be shifted or swapped. */
public final class BytesContent implements Content {

    private final byte[] bytes;

    /** The array is not copied. */
    public BytesContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public Optional<Content> slice(long first, long length) {
        return Optional.of(new BytesContent(Arrays.copyOfRange(bytes, (int) first, (int) (first + length))));
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        out.write(bytes, 0, bytes.length);
    }
}
