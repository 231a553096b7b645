/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import org.isocenter.retrieve.send.BodyWriter;

/** Words of a big endian object, made little endian as octets go out (PS3.18 8.7.3.3.2). */
final class SwappedContent extends DerivedContent {

    /** A multiple of every word's length. */
    private static final int BUFFER = 64 * 1024;

    private final ObjectContent range;
    private final int wordLength;

    SwappedContent(ObjectContent range, int wordLength) {
        super(range);
        this.range = range;
        this.wordLength = wordLength;
    }

    @Override
    public OptionalLong length() {
        return range.length();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        try (InputStream in = range.open()) {
            long left = range.length().getAsLong();
            while (left > 0) {
                int count = (int) Math.min(BUFFER, left);
                out.write(swap(FrameSource.readAll(in, count), wordLength), 0, count);
                left -= count;
            }
        }
    }

    @Override
    byte[] derive(byte[] bytes) {
        return swap(bytes, wordLength);
    }

    /** Reverses each word; what is left at the end stays. */
    static byte[] swap(byte[] bytes, int wordLength) {
        byte[] swapped = bytes.clone();
        for (int word = 0; word + wordLength <= bytes.length; word += wordLength) {
            for (int i = 0; i < wordLength; i++) {
                swapped[word + i] = bytes[word + wordLength - 1 - i];
            }
        }
        return swapped;
    }
}
