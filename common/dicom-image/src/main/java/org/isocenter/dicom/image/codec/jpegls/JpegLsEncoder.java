/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.codec.FrameLines;
import org.isocenter.dicom.image.codec.stream.BitWriter;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Encodes JPEG-LS (T.87): 2 to 16 bits, colour interleaved by line. Lossless samples have the precision that
 * {@link FrameLines#precision} finds. Near-lossless ones may be off by a number; signed ones are refused if
 * that could turn a sign, since the codestream knows none. Immutable.
 */
public final class JpegLsEncoder implements FrameEncoder {
    private static final int LEAST_PRECISION = 2;
    private static final int MAX_DEFAULT_PRECISION = 12;

    private final int near;

    /**
     * With an allowed difference.
     *
     * @param near 0 if lossless, to 255
     */
    public JpegLsEncoder(int near) {
        if (near < 0 || near > 255) {
            throw new IllegalArgumentException("an impossible difference");
        }
        this.near = near;
    }

    @Override
    public byte[] encode(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        FrameLines lines = new FrameLines(frame);
        if (near > 0 && format.signed()) {
            checkRange(format, lines);
        }
        int precision = lines.precision(LEAST_PRECISION);
        CodingParameters parameters =
                CodingParameters.defaults((1 << precision) - 1, Math.min(near, (1 << precision) / 2 - 1));
        SegmentWriter out = new SegmentWriter(1024);
        out.marker(Marker.SOI);
        writeFrameHeader(out, format, precision);
        if (precision > MAX_DEFAULT_PRECISION) {
            writePresets(out, parameters);
        }
        writeScanHeader(out, format.samplesPerPixel(), parameters.near());
        BitWriter bits = new BitWriter(format.length() / 2);
        encodeScan(format, lines, parameters, bits);
        bits.align(0);
        out.ensure(bits.length() + bits.length() / 14 + 16L);
        out.putBitStuffed(bits);
        out.marker(Marker.EOI);
        return out.toBytes();
    }

    /** Two's complement of another sign must be out of reach. */
    private void checkRange(FrameFormat format, FrameLines lines) throws CodestreamException {
        int unused = Integer.SIZE - 1 - format.highBit();
        int greatest = (1 << format.bitsStored() - 1) - 1;
        int[] line = new int[format.columns()];
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            for (int row = 0; row < format.rows(); row++) {
                lines.get(row, component, line, 0);
                for (int sample : line) {
                    int value = sample << unused >> unused;
                    if (value + near > greatest || value - near < -greatest - 1) {
                        throw new CodestreamException("no near-lossless JPEG-LS of such signed samples");
                    }
                }
            }
        }
    }

    private static void encodeScan(FrameFormat format, FrameLines lines, CodingParameters parameters, BitWriter bits)
            throws CodestreamException {
        int columns = format.columns();
        int count = format.samplesPerPixel();
        LineEncoder encoder = new LineEncoder(parameters, new Contexts(parameters), bits, columns);
        int[][] above = new int[count][columns + 2];
        int[][] current = new int[count][columns + 2];
        int[] runIndexes = new int[count];
        for (int row = 0; row < format.rows(); row++) {
            for (int i = 0; i < count; i++) {
                int[] line = current[i];
                lines.get(row, i, line, 1);
                above[i][columns + 1] = above[i][columns];
                line[0] = above[i][1];
                runIndexes[i] = encoder.encodeLine(above[i], line, runIndexes[i]);
                current[i] = above[i];
                above[i] = line;
            }
        }
    }

    private static void writeFrameHeader(SegmentWriter out, FrameFormat format, int precision)
            throws CodestreamException {
        int count = format.samplesPerPixel();
        out.segment(Marker.SOF55, 6 + 3 * count);
        out.putByte(precision);
        out.putShort(format.rows());
        out.putShort(format.columns());
        out.putByte(count);
        for (int i = 1; i <= count; i++) {
            out.putByte(i);
            out.putByte(0x11);
            out.putByte(0);
        }
    }

    /** The defaults once more: some decoders have other ones beyond 12 bits. */
    private static void writePresets(SegmentWriter out, CodingParameters parameters) throws CodestreamException {
        out.segment(Marker.LSE, 11);
        out.putByte(1);
        out.putShort(parameters.maxValue());
        out.putShort(parameters.threshold1());
        out.putShort(parameters.threshold2());
        out.putShort(parameters.threshold3());
        out.putShort(parameters.reset());
    }

    private static void writeScanHeader(SegmentWriter out, int count, int near) throws CodestreamException {
        out.segment(Marker.SOS, 4 + 2 * count);
        out.putByte(count);
        for (int i = 1; i <= count; i++) {
            out.putByte(i);
            out.putByte(0);
        }
        out.putByte(near);
        out.putByte(count == 1 ? 0 : ScanHeader.Interleave.LINE.ordinal());
        out.putByte(0);
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
        return near == 0;
    }
}
