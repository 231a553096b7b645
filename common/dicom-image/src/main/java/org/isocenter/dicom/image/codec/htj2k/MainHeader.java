/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * What stands before the tile (T.800 A.5 and A.6, T.814 Annex A).
 *
 * @param levels of the wavelet
 * @param transformsColours whether the first three components are transformed
 */
record MainHeader(FrameFormat format, int levels, boolean transformsColours, QuantizationBits quantization) {

    private static final int SOC = 0x4F;
    private static final int CAP = 0x50;
    private static final int SIZ = 0x51;
    private static final int COD = 0x52;
    private static final int QCD = 0x5C;

    /** Rsiz of codestreams with a CAP segment. */
    private static final int CAPABILITIES = 0x4000;

    private static final int PART_15 = 0x0002_0000;
    private static final int RESOLUTION_FIRST = 2;
    private static final int HIGH_THROUGHPUT = 0x40;
    private static final int REVERSIBLE = 1;

    /** log2 of the side of code-blocks, less 2. */
    private static final int BLOCK_EXPONENT = 4;

    private static final int GREATEST_GAIN = 2;
    private static final int FEWEST_BITS = 8;

    void writeTo(SegmentWriter out) throws CodestreamException {
        out.marker(SOC);
        writeSize(out);
        out.segment(CAP, 6);
        putInt(out, PART_15);
        // all blocks are of high throughput and reversible; the greatest number of magnitude bits
        int bits = quantization.magnitudeBits(levels == 0 ? 0 : GREATEST_GAIN);
        out.putShort(Math.max(0, bits - FEWEST_BITS));
        out.segment(COD, 10);
        out.putByte(0);
        out.putByte(RESOLUTION_FIRST);
        out.putShort(1);
        out.putByte(transformsColours ? 1 : 0);
        out.putByte(levels);
        out.putByte(BLOCK_EXPONENT);
        out.putByte(BLOCK_EXPONENT);
        out.putByte(HIGH_THROUGHPUT);
        out.putByte(REVERSIBLE);
        out.segment(QCD, 2 + 3 * levels);
        out.putByte(QuantizationBits.GUARD_BITS << 5);
        out.putByte(quantization.exponent(0) << 3);
        for (int level = 0; level < levels; level++) {
            out.putByte(quantization.exponent(1) << 3);
            out.putByte(quantization.exponent(1) << 3);
            out.putByte(quantization.exponent(2) << 3);
        }
    }

    private void writeSize(SegmentWriter out) throws CodestreamException {
        out.segment(SIZ, 36 + 3 * format.samplesPerPixel());
        out.putShort(CAPABILITIES);
        putInt(out, format.columns());
        putInt(out, format.rows());
        putInt(out, 0);
        putInt(out, 0);
        // one tile
        putInt(out, format.columns());
        putInt(out, format.rows());
        putInt(out, 0);
        putInt(out, 0);
        out.putShort(format.samplesPerPixel());
        for (int i = 0; i < format.samplesPerPixel(); i++) {
            out.putByte(format.bitsStored() - 1 | (format.signed() ? 0x80 : 0));
            out.putByte(1);
            out.putByte(1);
        }
    }

    static void putInt(SegmentWriter out, int value) throws CodestreamException {
        out.putShort(value >> 16);
        out.putShort(value);
    }
}
