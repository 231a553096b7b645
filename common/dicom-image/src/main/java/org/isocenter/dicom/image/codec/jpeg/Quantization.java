/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/** A quantization table by quality, and its use on coefficients times 8. Immutable. */
final class Quantization {
    // T.81 tables K.1 and K.2, line by line
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };
    private static final int RECIPROCAL_BITS = 32;

    private final int[] table = new int[64];
    private final long[] reciprocals = new long[64];

    /**
     * For a quality.
     *
     * @param quality 1 to 100: 50 takes the tables as they stand, 100 divides by 1
     */
    Quantization(boolean isLuminance, int quality) {
        int[] basic = isLuminance ? LUMINANCE : CHROMINANCE;
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int i = 0; i < 64; i++) {
            table[i] = Math.max(1, Math.min(255, (basic[i] * percent + 50) / 100));
            reciprocals[i] = (1L << RECIPROCAL_BITS) / (table[i] * 8L) + 1;
        }
    }

    /** The divisor at a place of a block, line by line. */
    int at(int place) {
        return table[place];
    }

    /** Rounded quotients, in the order of a codestream. */
    void quantize(int[] block, short[] coefficients, int at) {
        for (int k = 0; k < 64; k++) {
            int place = ZigZag.NATURAL[k];
            int value = block[place];
            long size = Math.abs(value) + table[place] * 4L;
            int quotient = (int) (size * reciprocals[place] >>> RECIPROCAL_BITS);
            coefficients[at + k] = (short) (value < 0 ? -quotient : quotient);
        }
    }
}
