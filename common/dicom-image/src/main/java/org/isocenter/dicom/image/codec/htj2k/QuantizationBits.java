/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/**
 * How many bits coefficients have. Those of the 5/3 wavelet, in both directions and over all levels, are below 3.3, 5.3 and 8.5 times the samples with a gain
 * of 0, 1 and 2: two guard bits hold them.
 *
 * @param depth of samples, with that of the colour transform
 */
record QuantizationBits(int depth) {

    static final int GUARD_BITS = 2;

    /** The exponent of a subband (T.800 Equation E-5). */
    int exponent(int gain) {
        return depth + gain;
    }

    /** Bits of magnitudes (T.800 Equation E-2). */
    int magnitudeBits(int gain) {
        return GUARD_BITS + exponent(gain) - 1;
    }
}
