/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/**
 * Variable-length codes, bits from the lowest on; their bytes lie backwards from the end of the block, of which the last twelve bits tell
 * the length of this and of the run lengths (T.814 7.1). Used by one thread.
 */
final class VlcWriter {

    /** A byte of which the seven low bits are ones, behind one above this, has a zero bit more. */
    private static final int GREATEST_PLAIN = 0x8F;

    private static final int SEVEN_ONES = 0x7F;

    private final byte[] bytes;
    private int length;
    private int current;
    private int used;
    private boolean isBehindGreat;

    VlcWriter(int capacity) {
        bytes = new byte[capacity];
        reset();
    }

    void reset() {
        bytes[0] = (byte) 0xFF;
        length = 1;
        current = 0xF;
        used = 4;
        isBehindGreat = true;
    }

    /** Puts the low bits of a number. */
    void put(int value, int count) {
        int left = count;
        int rest = value;
        while (left > 0) {
            int free = (isBehindGreat ? Byte.SIZE - 1 : Byte.SIZE) - used;
            int taken = Math.min(free, left);
            current |= (rest & ((1 << taken) - 1)) << used;
            used += taken;
            rest >>>= taken;
            left -= taken;
            if (taken == free) {
                if (isBehindGreat && current != SEVEN_ONES) {
                    isBehindGreat = false;
                } else {
                    flush();
                }
            }
        }
    }

    private void flush() {
        bytes[length++] = (byte) current;
        isBehindGreat = current > GREATEST_PLAIN;
        current = 0;
        used = 0;
    }

    /** Ends the last byte. */
    void finish() {
        if (used > 0) {
            flush();
        }
    }

    int length() {
        return length;
    }

    /** Copies so that the first byte is the last one before the end. */
    void copyBefore(byte[] target, int end) {
        for (int i = 0; i < length; i++) {
            target[end - 1 - i] = bytes[i];
        }
    }
}
