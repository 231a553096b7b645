/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.codec.FrameLines;
import org.isocenter.dicom.image.codec.stream.BitWriter;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Encodes lossless JPEG (T.81 annex H) with the best Huffman codes for each frame, in the precision that
 * {@link FrameLines#precision} finds. Colour is not transformed. Immutable.
 */
public final class JpegLosslessEncoder implements FrameEncoder {
    private static final int LEAST_PRECISION = 2;
    private static final int MAX_BITS = 32;

    private final int predictor;

    /**
     * With a predictor.
     *
     * @param predictor 1 to 7 (T.81 table H.1)
     */
    public JpegLosslessEncoder(int predictor) {
        if (predictor < 1 || predictor > 7) {
            throw new IllegalArgumentException("an impossible predictor");
        }
        this.predictor = predictor;
    }

    @Override
    public byte[] encode(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        FrameLines lines = new FrameLines(frame);
        int precision = lines.precision(LEAST_PRECISION);
        int count = format.samplesPerPixel();
        short[] differences = new short[samples(format)];
        int[] occurrences = predict(format, lines, precision, differences);
        HuffmanCodes codes = HuffmanCodes.of(occurrences);

        SegmentWriter out = new SegmentWriter(1024);
        out.marker(Marker.SOI);
        if (format.photometricInterpretation().equals("RGB")) {
            JpegHeaders.adobeRgb(out);
        }
        JpegHeaders.frame(out, Marker.SOF3, precision, format.rows(), format.columns(), 0x11, new int[count]);
        JpegHeaders.huffman(out, 0, codes);
        JpegHeaders.scan(out, predictor, 0, new int[count]);
        BitWriter bits = new BitWriter(format.length() / 2);
        write(differences, codes, bits);
        bits.align(1);
        out.putByteStuffed(bits);
        out.marker(Marker.EOI);
        return out.toBytes();
    }

    private static int samples(FrameFormat format) {
        return format.length() / (format.bitsAllocated() / 8);
    }

    /** All differences in the order of the scan; 32768 is the least short. */
    private int[] predict(FrameFormat format, FrameLines lines, int precision, short[] differences) {
        int columns = format.columns();
        int count = format.samplesPerPixel();
        int[] occurrences = new int[256];
        int[] ofLine = new int[columns];
        int[][] above = new int[count][columns];
        int[][] current = new int[count][columns];
        for (int row = 0; row < format.rows(); row++) {
            for (int i = 0; i < count; i++) {
                int[] line = current[i];
                lines.get(row, i, line, 0);
                Prediction.predict(
                        row == 0 ? 1 : predictor, row == 0 ? null : above[i], line, 1 << precision - 1, ofLine);
                int at = row * columns * count + i;
                for (int x = 0; x < columns; x++, at += count) {
                    differences[at] = (short) ofLine[x];
                    occurrences[DctScan.category(ofLine[x])]++;
                }
                current[i] = above[i];
                above[i] = line;
            }
        }
        return occurrences;
    }

    private static void write(short[] differences, HuffmanCodes codes, BitWriter bits) throws CodestreamException {
        int[] words = codes.codes;
        int[] lengths = codes.lengths;
        int at = 0;
        while (at < differences.length) {
            int end = Math.min(differences.length, at + 4096);
            bits.ensure((end - at) * (long) MAX_BITS);
            for (; at < end; at++) {
                int difference = differences[at];
                int category = DctScan.category(difference);
                if (category == 16) {
                    bits.put(words[16], lengths[16]);
                } else {
                    int low = difference + (difference >> 31) & (1 << category) - 1;
                    bits.put(words[category] << category | low, lengths[category] + category);
                }
            }
        }
    }

    @Override
    public String photometricInterpretation(String ofFrame) {
        return ofFrame;
    }

    @Override
    public boolean canEncode(FrameFormat format) {
        return FrameLines.isPossible(format);
    }

    @Override
    public boolean isLossless() {
        return true;
    }
}
