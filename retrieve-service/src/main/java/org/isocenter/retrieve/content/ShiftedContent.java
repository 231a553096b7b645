/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.OptionalLong;

/** A frame of single bits that begins within a byte (PS3.5 8.1.1), shifted so that it begins at one. */
final class ShiftedContent extends DerivedContent {

    private final int firstBit;
    private final long bits;

    ShiftedContent(ObjectContent range, int firstBit, long bits) {
        super(range);
        this.firstBit = firstBit;
        this.bits = bits;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of((bits + 7) / 8);
    }

    @Override
    byte[] derive(byte[] bytes) {
        return extract(bytes, firstBit, bits);
    }

    /** Bits from the first on, the least significant bit of a byte being the first; what is left of the last byte is 0. */
    static byte[] extract(byte[] bytes, int firstBit, long bits) {
        byte[] extracted = new byte[Math.toIntExact((bits + 7) / 8)];
        for (int i = 0; i < extracted.length; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            extracted[i] = (byte) (((bytes[i] & 0xff) | next << 8) >>> firstBit);
        }
        int used = (int) (bits % 8);
        if (used != 0) {
            extracted[extracted.length - 1] &= (byte) ((1 << used) - 1);
        }
        return extracted;
    }
}
