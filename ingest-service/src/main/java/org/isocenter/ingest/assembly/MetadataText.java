/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the text of metadata, and reckons from its punctuation what the data sets will take in memory before they are made: a
 * few characters can be an item, and an item takes some hundred bytes.
 */
final class MetadataText {

    private static final int BUFFER = 64 * 1024;
    /** An item of a sequence, with room for its first elements. */
    private static final int ITEM = 448;
    /** An element. */
    private static final int ELEMENT = 96;
    /** A value among others. */
    private static final int VALUE = 64;
    /** A character, in the text and in the value. */
    private static final int CHARACTER = 3;

    private final MetadataMemory.Share memory;
    private int last;

    MetadataText(MetadataMemory.Share memory) {
        this.memory = memory;
    }

    /**
     * Reads to the end.
     *
     * @throws IOException if the stream cannot be read
     */
    byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            long cost = 0;
            for (int i = 0; i < count; i++) {
                cost += cost(buffer[i]);
            }
            memory.grow(cost);
            text.write(buffer, 0, count);
        }
        return text.toByteArray();
    }

    /** What is quoted text counts as if it were not, which is too much and no harm. */
    private int cost(byte character) {
        int cost =
                switch (character) {
                    case '{' -> last == ':' ? ELEMENT : ITEM;
                    case '<' -> ITEM;
                    case ',' -> VALUE;
                    case ' ', '\t', '\r', '\n' -> 1;
                    default -> CHARACTER;
                };
        if (character > ' ') {
            last = character;
        }
        return cost;
    }
}
