/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.BitWriter;

/** Writes the codes of blocks (T.81 F.1.2): the second of two passes. */
final class BlockWriter implements DctScan.BlockSink {
    private static final long MAX_BITS = 64 * 32L;

    private final BitWriter bits;
    private final HuffmanCodes[] dc;
    private final HuffmanCodes[] ac;

    BlockWriter(BitWriter bits, HuffmanCodes[] dc, HuffmanCodes[] ac) {
        this.bits = bits;
        this.dc = dc;
        this.ac = ac;
    }

    @Override
    public void put(int kind, int difference, short[] coefficients, int at) throws CodestreamException {
        bits.ensure(MAX_BITS);
        putValue(dc[kind], 0, difference);
        HuffmanCodes codes = ac[kind];
        int run = 0;
        for (int k = at + 1; k < at + 64; k++) {
            int value = coefficients[k];
            if (value == 0) {
                run++;
            } else {
                for (; run > 15; run -= 16) {
                    bits.put(codes.codes[0xF0], codes.lengths[0xF0]);
                }
                putValue(codes, run << 4, value);
                run = 0;
            }
        }
        if (run > 0) {
            bits.put(codes.codes[0], codes.lengths[0]);
        }
    }

    private void putValue(HuffmanCodes codes, int run, int value) {
        int category = DctScan.category(value);
        int symbol = run | category;
        // T.81 F.1.2.1: a negative value less one, in its low bits
        int low = value + (value >> 31) & (1 << category) - 1;
        bits.put(codes.codes[symbol] << category | low, codes.lengths[symbol] + category);
    }
}
