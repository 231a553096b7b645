/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads numbers and values of a data set and knows how far it is. Not thread-safe. */
final class DatasetInput {

    static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long consumed;

    DatasetInput(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
    }

    boolean bigEndian() {
        return bigEndian;
    }

    /** Bytes that were read. */
    long position() {
        return consumed;
    }

    /** Whether there is nothing more. */
    boolean isAtEnd() throws IOException {
        if (start == end) {
            start = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return start == end;
    }

    int unsignedByte() throws IOException {
        if (isAtEnd()) {
            throw new EOFException("the data set ends within an element");
        }
        consumed++;
        return buffer[start++] & 0xff;
    }

    int unsignedShort() throws IOException {
        int first = unsignedByte();
        int second = unsignedByte();
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    int integer() throws IOException {
        int first = unsignedShort();
        int second = unsignedShort();
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    int tag() throws IOException {
        int group = unsignedShort();
        return group << 16 | unsignedShort();
    }

    /** Reads a value that fits into memory. */
    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int position = 0;
        while (position < length) {
            position += read(bytes, position, length - position);
        }
        return bytes;
    }

    /** Hands a long value on, in pieces of a multiple of eight bytes but for the last. */
    void copy(long length, ByteSink sink) throws IOException {
        byte[] piece = new byte[(int) Math.min(length, BUFFER)];
        long left = length;
        while (left > 0) {
            int count = (int) Math.min(left, piece.length);
            int position = 0;
            while (position < count) {
                position += read(piece, position, count - position);
            }
            sink.write(piece, 0, count);
            left -= count;
        }
    }

    private int read(byte[] target, int offset, int length) throws IOException {
        if (isAtEnd()) {
            throw new EOFException("the data set ends within a value");
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        consumed += count;
        return count;
    }
}
