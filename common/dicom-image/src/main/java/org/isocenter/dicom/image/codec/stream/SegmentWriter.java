/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.stream;

import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Growing bytes of a codestream: markers, segments and bytes between them. Not thread-safe. */
public final class SegmentWriter {
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 64;

    private byte[] bytes;
    private int length;

    /** With room to begin with. */
    public SegmentWriter(int capacity) {
        bytes = new byte[Math.max(64, capacity)];
    }

    /** Puts a marker that stands alone. */
    public void marker(int marker) throws CodestreamException {
        putByte(0xFF);
        putByte(marker);
    }

    /** Puts a marker and the length of what follows it, without that of itself. */
    public void segment(int marker, int contentLength) throws CodestreamException {
        marker(marker);
        putShort(contentLength + 2);
    }

    /** Puts the low byte. */
    public void putByte(int value) throws CodestreamException {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    /** Puts the low two bytes, the higher one first. */
    public void putShort(int value) throws CodestreamException {
        putByte(value >> 8);
        putByte(value);
    }

    /**
     * Makes room.
     *
     * @throws CodestreamException if there cannot be
     */
    public void ensure(long more) throws CodestreamException {
        long needed = length + more;
        if (needed > bytes.length) {
            if (needed > MAX_LENGTH) {
                throw new CodestreamException("a codestream of more than 2 GiB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_LENGTH, Math.max(needed, bytes.length * 3L / 2)));
        }
    }

    /** Puts aligned bits with a 0 behind each byte of ones (T.81 B.1.1.5). */
    public void putByteStuffed(BitWriter bits) throws CodestreamException {
        byte[] in = bits.bytes();
        int end = bits.length();
        int stuffed = 0;
        for (int i = 0; i < end; i++) {
            stuffed += in[i] == (byte) 0xFF ? 1 : 0;
        }
        ensure((long) end + stuffed);
        byte[] out = bytes;
        int to = length;
        for (int i = 0; i < end; i++) {
            out[to++] = in[i];
            if (in[i] == (byte) 0xFF) {
                out[to++] = 0;
            }
        }
        length = to;
    }

    /** Puts aligned bits with a 0 bit behind each byte of ones (T.87 A.1). */
    public void putBitStuffed(BitWriter bits) throws CodestreamException {
        byte[] in = bits.bytes();
        int end = bits.length();
        // at the worst each other byte has seven bits
        ensure(end + end / 14 + 4L);
        byte[] out = bytes;
        int to = length;
        long pending = 0;
        int count = 0;
        boolean afterOnes = false;
        for (int i = 0; i < end; i++) {
            pending = pending << 8 | in[i] & 0xFF;
            count += 8;
            while (count >= 8) {
                count -= afterOnes ? 7 : 8;
                int value = (int) (pending >>> count) & (afterOnes ? 0x7F : 0xFF);
                out[to++] = (byte) value;
                afterOnes = value == 0xFF;
            }
        }
        if (count > 0 || afterOnes) {
            out[to++] = (byte) (pending << (afterOnes ? 7 : 8) - count & (afterOnes ? 0x7F : 0xFF));
            if (out[to - 1] == (byte) 0xFF) {
                out[to++] = 0;
            }
        }
        length = to;
    }

    /** Puts bytes as they are. */
    public void putBytes(byte[] more) throws CodestreamException {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Puts four bytes in the place of others, the highest one first. */
    public void setInt(int position, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[position + i] = (byte) (value >> Byte.SIZE * (Integer.BYTES - 1 - i));
        }
    }

    /** Bytes that there are. */
    public int length() {
        return length;
    }

    /** The codestream. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
