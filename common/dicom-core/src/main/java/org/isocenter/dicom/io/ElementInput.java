/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A buffer over a stream or an array, with the position in the data set; bytes go to a sink as they are fetched. */
final class ElementInput {
    private static final VarHandle SHORT_LE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT_BE = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int FIRST_ALLOCATION = 1 << 20;

    private final InputStream in;
    private final ByteSink sink;
    private final byte[] buffer;
    private int start;
    private int end;
    private long fetched;
    private boolean bigEndian;

    ElementInput(InputStream in, ByteSink sink, int bufferSize) {
        this.in = in;
        this.sink = sink;
        this.buffer = new byte[bufferSize];
    }

    ElementInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    ElementInput(byte[] bytes, int offset, int length) {
        this.in = null;
        this.sink = ByteSink.NONE;
        this.buffer = bytes;
        this.start = offset;
        this.end = offset + length;
        this.fetched = length;
    }

    void setBigEndian(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    boolean isBigEndian() {
        return bigEndian;
    }

    /** Bytes of the data set consumed so far. */
    long position() {
        return fetched - (end - start);
    }

    /** Makes bytes available without consuming them, as many as asked for or up to the end; how many there are. */
    int peek(int count) throws IOException {
        while (end - start < count && fill()) {
            // until there are enough
        }
        return end - start;
    }

    private boolean fill() throws IOException {
        if (in == null) {
            return false;
        }
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count <= 0) {
            return false;
        }
        sink.write(buffer, end, count);
        end += count;
        fetched += count;
        return true;
    }

    /** A byte ahead of the position, after {@link #peek}. */
    int byteAt(int ahead) {
        return buffer[start + ahead] & 0xFF;
    }

    int shortAt(int ahead) {
        return (short) (bigEndian ? SHORT_BE : SHORT_LE).get(buffer, start + ahead) & 0xFFFF;
    }

    int intAt(int ahead) {
        return (int) (bigEndian ? INT_BE : INT_LE).get(buffer, start + ahead);
    }

    /** The tag ahead of the position, after {@link #peek}. */
    int tagAt(int ahead) {
        return shortAt(ahead) << 16 | shortAt(ahead + 2);
    }

    /** Consumes bytes that {@link #peek} made available. */
    void advance(int count) {
        start += count;
    }

    /** Reads a value; memory grows with what really comes. */
    byte[] readBytes(int tag, int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, FIRST_ALLOCATION)];
        int filled = 0;
        while (filled < length) {
            if (start == end && !fill()) {
                throw truncated(tag);
            }
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * filled));
            }
            int count = Math.min(bytes.length - filled, end - start);
            System.arraycopy(buffer, start, bytes, filled, count);
            start += count;
            filled += count;
        }
        return bytes;
    }

    /** Passes over bytes, which the sink has had. */
    void skip(int tag, long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (start == end && !fill()) {
                throw truncated(tag);
            }
            int count = (int) Math.min(left, end - start);
            start += count;
            left -= count;
        }
    }

    /** Copies bytes to a sink; every call but the last gives a multiple of 8 bytes. */
    void copy(int tag, long length, ByteSink target) throws IOException {
        long left = length;
        while (left > 0) {
            int available = peek((int) Math.min(left, Math.min(8, buffer.length)));
            if (available < Math.min(left, 8)) {
                throw truncated(tag);
            }
            int count = (int) Math.min(left, available < left ? available & ~7 : available);
            target.write(buffer, start, count);
            start += count;
            left -= count;
        }
    }

    /** Passes over what is left, and tells whether all of it is zero. */
    boolean skipZeros() throws IOException {
        boolean zero = true;
        while (start < end || fill()) {
            for (int i = start; i < end && zero; i++) {
                zero = buffer[i] == 0;
            }
            start = end;
        }
        return zero;
    }

    DicomFormatException truncated(int tag) {
        return DicomFormatException.at(DicomFormatException.Reason.TRUNCATED, tag, position());
    }
}
