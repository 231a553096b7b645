/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

/** Pixels of one bit, the first in the lowest bit of a byte (PS3.5 8.1.1). */
final class PackedBits {
    private PackedBits() {}

    /** A run of bits moved to the start of a byte, with zeros after its end; the same array if it is there already. */
    static byte[] align(byte[] bytes, int firstBit, long bits) {
        int length = (int) ((bits + 7) >> 3);
        if (firstBit == 0 && (bits & 7) == 0) {
            return bytes;
        }
        byte[] aligned = new byte[length];
        for (int i = 0; i < length; i++) {
            int low = i < bytes.length ? bytes[i] & 0xFF : 0;
            int high = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            aligned[i] = (byte) ((high << 8 | low) >> firstBit);
        }
        int rest = (int) (bits & 7);
        if (rest != 0 && length > 0) {
            aligned[length - 1] &= (byte) ((1 << rest) - 1);
        }
        return aligned;
    }
}
