/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/** Magnitudes and signs, bits from the lowest on; a byte behind one of ones has but seven (T.814 7.1). Used by one thread. */
final class MagSgnWriter {

    private static final int ONES = 0xFF;

    private final byte[] bytes;
    private int length;
    private int current;
    private int used;
    private int room = Byte.SIZE;

    MagSgnWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void reset() {
        length = 0;
        current = 0;
        used = 0;
        room = Byte.SIZE;
    }

    /** Puts the low bits of a number. */
    void put(int value, int count) {
        int left = count;
        int rest = value;
        while (left > 0) {
            int taken = Math.min(room - used, left);
            current |= (rest & ((1 << taken) - 1)) << used;
            used += taken;
            rest >>>= taken;
            left -= taken;
            if (used == room) {
                bytes[length++] = (byte) current;
                room = current == ONES ? Byte.SIZE - 1 : Byte.SIZE;
                current = 0;
                used = 0;
            }
        }
    }

    /** Fills up with ones, which a decoder finds beyond the end too, so that a last byte of them is left out. */
    void finish() {
        if (used > 0) {
            current |= ONES << used & (1 << room) - 1;
            if (current != ONES) {
                bytes[length++] = (byte) current;
            }
        } else if (room < Byte.SIZE) {
            length--;
        }
    }

    int length() {
        return length;
    }

    void copyTo(byte[] target, int position) {
        System.arraycopy(bytes, 0, target, position, length);
    }
}
