/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Growing bytes that are filled bit by bit, the highest first; without stuffing, which comes later. Not thread-safe. */
public final class BitWriter {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 64;
    private static final int MARGIN = 32;

    private byte[] bytes;
    private int length;
    private long pending;
    private int pendingBits;

    /** With room to begin with. */
    public BitWriter(int capacity) {
        bytes = new byte[Math.min(MAX_LENGTH, Math.max(0, capacity)) + MARGIN];
    }

    /**
     * Makes sure that there is room: who puts bits asks for it before.
     *
     * @throws CodestreamException if there cannot be
     */
    public void ensure(long bits) throws CodestreamException {
        long needed = length + (bits >> 3) + MARGIN;
        if (needed > bytes.length) {
            if (needed > MAX_LENGTH) {
                throw new CodestreamException("a codestream of more than 2 GiB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_LENGTH, Math.max(needed, bytes.length * 3L / 2)));
        }
    }

    /**
     * Puts bits.
     *
     * @param value without any bit above the count
     * @param count 0 to 32
     */
    public void put(int value, int count) {
        pending = pending << count | value & 0xFFFF_FFFFL;
        pendingBits += count;
        if (pendingBits >= Integer.SIZE) {
            pendingBits -= Integer.SIZE;
            INTS.set(bytes, length, (int) (pending >>> pendingBits));
            length += Integer.BYTES;
        }
    }

    /** Fills the last byte with a bit, 0 or 1. */
    public void align(int bit) {
        while ((pendingBits & 7) != 0) {
            put(bit, 1);
        }
        while (pendingBits > 0) {
            pendingBits -= 8;
            bytes[length++] = (byte) (pending >>> pendingBits);
        }
    }

    /** Whole bytes up to now; all of them once aligned. */
    public int length() {
        return length;
    }

    /** The bytes, not copied; valid up to the length. */
    public byte[] bytes() {
        return bytes;
    }
}
