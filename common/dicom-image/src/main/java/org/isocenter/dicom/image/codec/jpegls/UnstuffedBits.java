/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;

/**
 * The coded data of a scan, one restart interval at a time and without stuffed bits (T.87 A.1), so that any bits are one
 * read of a long away. Zeros follow the end, enough for one sample: whoever decodes asks {@link #check} after each.
 */
final class UnstuffedBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MARGIN = 64;

    private final byte[] codestream;
    private byte[] bytes = new byte[0];
    private long position;
    private long end;
    private int next;
    private int restart;

    UnstuffedBits(byte[] codestream, int start) {
        this.codestream = codestream;
        next = start;
    }

    /** The bits from the position on, in the highest bits of a long: 57 of them at least. */
    long peek() {
        long at = position;
        return (long) LONGS.get(bytes, (int) (at >>> 3)) << (at & 7);
    }

    /** Goes over bits. */
    void skip(int count) {
        position += count;
    }

    /** Takes bits, 0 to 32 of them. */
    int take(int count) {
        int value = (int) (peek() >>> 1 >>> Long.SIZE - 1 - count);
        position += count;
        return value;
    }

    /** Refuses to have gone beyond the end. */
    void check() throws CodestreamException {
        if (position > end) {
            throw new CodestreamException("JPEG-LS coded data end too soon");
        }
    }

    /**
     * Takes a Golomb code (T.87 A.5.3).
     *
     * @param order bits that stand as they are
     * @param escape zeros after which the value itself follows
     * @param errorBits bits of that value
     */
    int golomb(int order, int escape, int errorBits) {
        long look = peek();
        int zeros = Long.numberOfLeadingZeros(look);
        if (zeros < escape) {
            int length = zeros + 1 + order;
            if (length < 57) {
                position += length;
                return zeros << order | (int) (look << zeros + 1 >>> 1 >>> Long.SIZE - 1 - order);
            }
            position += zeros + 1;
            return zeros << order | take(order);
        }
        position += escape + 1;
        return take(errorBits) + 1;
    }

    /** The index of what follows the data in the codestream. */
    int next() {
        return next;
    }

    /** Goes to the first interval. */
    void first() {
        load();
    }

    /** Goes behind the restart marker that must follow. */
    void restart() throws CodestreamException {
        if (next + 1 >= codestream.length || (codestream[next + 1] & 0xFF) != Marker.RST0 + restart) {
            throw new CodestreamException("no restart marker where one is due");
        }
        restart = restart + 1 & 7;
        next += 2;
        load();
    }

    private void load() {
        byte[] in = codestream;
        int limit = findEnd(next);
        if (bytes.length < limit - next + MARGIN) {
            bytes = new byte[limit - next + MARGIN];
        }
        byte[] out = bytes;
        int to = 0;
        int pending = 0;
        int count = 0;
        boolean afterOnes = false;
        for (int from = next; from < limit; from++) {
            int value = in[from] & 0xFF;
            pending = afterOnes ? pending << 7 | value : pending << 8 | value;
            count += afterOnes ? 7 : 8;
            if (count >= 8) {
                count -= 8;
                out[to++] = (byte) (pending >>> count);
            }
            afterOnes = value == 0xFF;
        }
        end = to * 8L + count;
        Arrays.fill(out, to, to + MARGIN, (byte) 0);
        if (count > 0) {
            out[to] = (byte) (pending << 8 - count);
        }
        next = limit;
        position = 0;
    }

    /** The index of the 0xFF of the next marker, or the end of the codestream. */
    private int findEnd(int start) {
        byte[] in = codestream;
        for (int at = start; at + 1 < in.length; at++) {
            if (in[at] == (byte) 0xFF && in[at + 1] < 0) {
                return at;
            }
        }
        return in.length;
    }
}
