/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;

/**
 * The entropy-coded segments of a scan, one at a time and without stuffed bytes (T.81 B.1.1.5), so that any bits are one
 * read of a long away. Zeros follow the end, enough for one block: whoever decodes asks {@link #check} after each.
 */
final class EntropyBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes behind the end: a block has 64 codes of 16 bits with 16 more at the most. */
    private static final int MARGIN = 64 * 4 + 16;

    /** The segment's bytes. */
    byte[] bytes;

    /** The next bit. */
    long position;

    private final byte[] codestream;
    private long end;
    private int next;
    private int restart;

    EntropyBits(byte[] codestream, int start) {
        this.codestream = codestream;
        next = start;
        bytes = new byte[0];
    }

    /** The bits from one on, in the highest bits of a long: 57 of them at least. */
    static long peek(byte[] bytes, long position) {
        return (long) LONGS.get(bytes, (int) (position >>> 3)) << (position & 7);
    }

    /** The bits from the position on. */
    long peek() {
        return peek(bytes, position);
    }

    /** Takes bits, 0 to 16 of them. */
    int take(int count) {
        int value = (int) (peek() >>> 1 >>> Long.SIZE - 1 - count);
        position += count;
        return value;
    }

    /** Takes one symbol. */
    int symbol(HuffmanTable table) throws CodestreamException {
        long bits = peek();
        int entry = table.lookup[(int) (bits >>> Long.SIZE - HuffmanTable.LOOK_AHEAD)];
        if (entry == 0) {
            entry = table.longCode(bits);
        }
        position += entry >>> 8;
        return entry & 0xFF;
    }

    /** Refuses to have gone beyond the end. */
    void check() throws CodestreamException {
        if (position > end) {
            throw new CodestreamException("entropy-coded data end too soon");
        }
    }

    /** The first bit behind the segment. */
    long end() {
        return end;
    }

    /** The index of what follows the segment in the codestream. */
    int next() {
        return next;
    }

    /** Goes to the scan's first segment. */
    void first() {
        load();
    }

    /** Goes behind the restart marker that must follow (T.81 F.2.2.4). */
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
        int from = next;
        while (from < limit) {
            byte value = in[from++];
            out[to++] = value;
            if (value == (byte) 0xFF) {
                while (from < limit && in[from] == (byte) 0xFF) {
                    from++;
                }
                from++;
            }
        }
        Arrays.fill(out, to, to + MARGIN, (byte) 0);
        next = limit;
        position = 0;
        end = (long) to * 8;
    }

    /** The index of the 0xFF of the next marker, or the end of the codestream. */
    private int findEnd(int start) {
        byte[] in = codestream;
        int at = start;
        while (at < in.length) {
            if (in[at] != (byte) 0xFF) {
                at++;
                continue;
            }
            int code = at + 1;
            while (code < in.length && in[code] == (byte) 0xFF) {
                code++;
            }
            if (code >= in.length) {
                return at;
            }
            if (in[code] != 0) {
                return code - 1;
            }
            at = code + 1;
        }
        return in.length;
    }
}
