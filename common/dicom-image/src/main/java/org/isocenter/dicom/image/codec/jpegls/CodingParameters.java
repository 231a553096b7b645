/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * The parameters of a scan (T.87 C.2.4.1.1, A.2.1) and what follows from them.
 *
 * @param maxValue the greatest sample
 * @param near by how much a sample may be off, 0 if lossless
 * @param threshold1 of gradients
 * @param threshold2 of gradients
 * @param threshold3 of gradients
 * @param reset occurrences of a context after which its counters are halved
 * @param range of errors
 * @param errorBits bits of an error that is not coded by its context
 * @param limit the longest code in bits
 */
record CodingParameters(
        int maxValue,
        int near,
        int threshold1,
        int threshold2,
        int threshold3,
        int reset,
        int range,
        int errorBits,
        int limit) {

    private static final int DEFAULT_RESET = 64;

    /** Those that hold where a codestream presets none. */
    static CodingParameters defaults(int maxValue, int near) throws CodestreamException {
        return of(new int[5], maxValue, near);
    }

    /**
     * From presets.
     *
     * @param presets MAXVAL, T1, T2, T3 and RESET as of an LSE segment, 0 for the default
     * @param greatest sample of the precision
     */
    static CodingParameters of(int[] presets, int greatest, int near) throws CodestreamException {
        int maxValue = presets[0] == 0 ? greatest : presets[0];
        if (maxValue > greatest || near > Math.min(255, maxValue / 2)) {
            throw new CodestreamException("impossible parameters of a JPEG-LS scan");
        }
        int[] thresholds = defaultThresholds(maxValue, near);
        for (int i = 0; i < 3; i++) {
            if (presets[i + 1] != 0) {
                thresholds[i] = presets[i + 1];
            }
        }
        int reset = presets[4] == 0 ? DEFAULT_RESET : presets[4];
        if (thresholds[0] <= near
                || thresholds[1] < thresholds[0]
                || thresholds[2] < thresholds[1]
                || thresholds[2] > Math.max(maxValue, near + 1)
                || reset < 3) {
            throw new CodestreamException("impossible parameters of a JPEG-LS scan");
        }
        int range = (maxValue + 2 * near) / (2 * near + 1) + 1;
        int sampleBits = Math.max(2, bits(maxValue + 1));
        return new CodingParameters(
                maxValue,
                near,
                thresholds[0],
                thresholds[1],
                thresholds[2],
                reset,
                range,
                bits(range),
                2 * (sampleBits + Math.max(8, sampleBits)));
    }

    /** The logarithm to base 2, rounded up. */
    private static int bits(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }

    /** T.87 C.2.4.1.1.1, from the basic thresholds 3, 7 and 21. */
    private static int[] defaultThresholds(int maxValue, int near) {
        int first;
        int second;
        int third;
        if (maxValue >= 128) {
            int factor = (Math.min(maxValue, 4095) + 128) / 256;
            first = factor + 2 + 3 * near;
            second = factor * 4 + 3 + 5 * near;
            third = factor * 17 + 4 + 7 * near;
        } else {
            int factor = 256 / (maxValue + 1);
            first = Math.max(2, 3 / factor + 3 * near);
            second = Math.max(3, 7 / factor + 5 * near);
            third = Math.max(4, 21 / factor + 7 * near);
        }
        int clamped1 = clamp(first, near + 1, maxValue);
        int clamped2 = clamp(second, clamped1, maxValue);
        return new int[] {clamped1, clamped2, clamp(third, clamped2, maxValue)};
    }

    private static int clamp(int value, int least, int maxValue) {
        return value > maxValue || value < least ? least : value;
    }

    /** What an error of one stands for. */
    int step() {
        return 2 * near + 1;
    }
}
