/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Counts the symbols of blocks, for luminance and chrominance apart: the first of two passes. */
final class BlockStatistics implements DctScan.BlockSink {
    private final int[][] dc = new int[2][256];
    private final int[][] ac = new int[2][256];

    @Override
    public void put(int kind, int difference, short[] coefficients, int at) throws CodestreamException {
        dc[kind][DctScan.category(difference)]++;
        int[] counts = ac[kind];
        int run = 0;
        for (int k = at + 1; k < at + 64; k++) {
            int value = coefficients[k];
            if (value == 0) {
                run++;
            } else {
                counts[0xF0] += run >> 4;
                counts[(run & 15) << 4 | DctScan.category(value)]++;
                run = 0;
            }
        }
        if (run > 0) {
            counts[0]++;
        }
    }

    HuffmanCodes dc(int kind) {
        return HuffmanCodes.of(dc[kind]);
    }

    HuffmanCodes ac(int kind) {
        return HuffmanCodes.of(ac[kind]);
    }
}
