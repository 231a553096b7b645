/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.codec.FrameLines;
import org.isocenter.dicom.image.codec.stream.BitWriter;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;
import org.isocenter.dicom.image.frame.ColorConversion;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Encodes lossy JPEG with the best Huffman codes for each frame: baseline of 8 bits, and extended of 8 or 12 bits, for up
 * to 12 bits stored. Samples must be unsigned. RGB becomes YBR_FULL_422; samples described as YBR_FULL_422 have their
 * chrominance halved in width, those of YBR_FULL do not. Immutable.
 */
public final class JpegDctEncoder implements FrameEncoder {
    private static final String YBR_FULL_422 = "YBR_FULL_422";

    private final boolean extended;
    private final int quality;

    private JpegDctEncoder(boolean extended, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("an impossible quality");
        }
        this.extended = extended;
        this.quality = quality;
    }

    /**
     * Of the baseline process.
     *
     * @param quality 1 to 100, as most encoders count it
     */
    public static JpegDctEncoder baseline(int quality) {
        return new JpegDctEncoder(false, quality);
    }

    /**
     * Of the extended sequential process.
     *
     * @param quality 1 to 100, as most encoders count it
     */
    public static JpegDctEncoder extended(int quality) {
        return new JpegDctEncoder(true, quality);
    }

    @Override
    public byte[] encode(Frame given) throws CodestreamException {
        Frame frame = prepare(given);
        FrameFormat format = frame.format();
        FrameLines lines = new FrameLines(frame);
        int bits = lines.precision(1);
        if (format.signed() || bits > (extended ? 12 : 8)) {
            throw new CodestreamException("no lossy JPEG of signed samples or of " + bits + " bits");
        }
        int precision = bits > 8 ? 12 : 8;
        boolean isColour = format.samplesPerPixel() == 3;
        boolean halved = format.photometricInterpretation().equals(YBR_FULL_422);
        Quantization luminance = new Quantization(true, quality);
        Quantization chrominance = new Quantization(false, quality);
        List<CoefficientPlane> planes = new ArrayList<>();
        for (int i = 0; i < format.samplesPerPixel(); i++) {
            CoefficientPlane plane = new CoefficientPlane(
                    format.rows(),
                    format.columns(),
                    halved ? 16 : 8,
                    halved && i == 0 ? 2 : 1,
                    halved && i > 0 ? 2 : 1);
            plane.transform(lines, i, format.columns(), precision, i == 0 ? luminance : chrominance);
            planes.add(plane);
        }
        SegmentWriter out = new SegmentWriter(1024);
        out.marker(Marker.SOI);
        if (isColour) {
            JpegHeaders.jfif(out);
        }
        JpegHeaders.quantization(out, 0, luminance);
        if (isColour) {
            JpegHeaders.quantization(out, 1, chrominance);
        }
        int[] tables = isColour ? new int[] {0, 1, 1} : new int[1];
        int marker = extended ? Marker.SOF1 : Marker.SOF0;
        int factors = halved ? 0x21 : 0x11;
        JpegHeaders.frame(out, marker, precision, format.rows(), format.columns(), factors, tables);
        writeScan(out, new DctScan(planes, halved ? 2 : 1), isColour);
        out.marker(Marker.EOI);
        return out.toBytes();
    }

    private static Frame prepare(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        if (format.samplesPerPixel() == 1) {
            return frame;
        }
        String photometricInterpretation = format.photometricInterpretation();
        if (photometricInterpretation.equals("RGB") && format.samplesPerPixel() == 3) {
            try {
                Frame converted = ColorConversion.toYbrFull(frame);
                return new Frame(converted.format().withPhotometricInterpretation(YBR_FULL_422), converted.samples());
            } catch (IllegalArgumentException e) {
                throw new CodestreamException("no lossy JPEG of such samples", e);
            }
        }
        if (format.samplesPerPixel() != 3
                || !photometricInterpretation.equals("YBR_FULL") && !photometricInterpretation.equals(YBR_FULL_422)) {
            throw new CodestreamException("no lossy JPEG of this photometric interpretation");
        }
        return frame;
    }

    private static void writeScan(SegmentWriter out, DctScan scan, boolean isColour) throws CodestreamException {
        BlockStatistics statistics = new BlockStatistics();
        scan.walk(statistics);
        HuffmanCodes[] dc = {statistics.dc(0), statistics.dc(1)};
        HuffmanCodes[] ac = {statistics.ac(0), statistics.ac(1)};
        for (int kind = 0; kind < (isColour ? 2 : 1); kind++) {
            JpegHeaders.huffman(out, kind, dc[kind]);
            JpegHeaders.huffman(out, kind | 0x10, ac[kind]);
        }
        JpegHeaders.scan(out, 0, 63, isColour ? new int[] {0x00, 0x11, 0x11} : new int[1]);
        BitWriter bits = new BitWriter(1 << 16);
        scan.walk(new BlockWriter(bits, dc, ac));
        bits.align(1);
        out.putByteStuffed(bits);
    }

    @Override
    public String photometricInterpretation(String ofFrame) {
        return ofFrame.equals("RGB") ? YBR_FULL_422 : ofFrame;
    }

    @Override
    public boolean canEncode(FrameFormat format) {
        return FrameLines.isPossible(format) && !format.signed() && format.highBit() < (extended ? 12 : 8);
    }

    @Override
    public boolean isLossless() {
        return false;
    }
}
