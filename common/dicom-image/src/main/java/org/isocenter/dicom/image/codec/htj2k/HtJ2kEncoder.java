/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.codec.jpeg2000.SampleReader;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * High-throughput JPEG 2000 without loss (PS3.5 8.2.14). RGB is transformed (RCT); the precision is Bits Stored. Samples of 8 or 16
 * bits allocated that start at bit 0, in up to 32768 rows and columns. Keeps no state.
 */
public final class HtJ2kEncoder implements FrameEncoder {

    private static final String RGB = "RGB";
    private static final int MAX_LEVELS = 5;

    /** A precinct has no larger side. */
    private static final int MAX_EXTENT = 32_768;

    private static final int SOT = 0x90;
    private static final int SOD = 0x93;
    private static final int EOC = 0xD9;
    private static final int TILE_PART_LENGTH_AT = 6;

    @Override
    public boolean canEncode(FrameFormat format) {
        return SampleReader.isPossible(format) && format.rows() <= MAX_EXTENT && format.columns() <= MAX_EXTENT;
    }

    @Override
    public boolean isLossless() {
        return true;
    }

    @Override
    public String photometricInterpretation(String ofFrame) {
        return ofFrame.equals(RGB) ? "YBR_RCT" : ofFrame;
    }

    @Override
    public byte[] encode(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        if (format.rows() > MAX_EXTENT || format.columns() > MAX_EXTENT) {
            throw new CodestreamException("a frame of more than " + MAX_EXTENT + " rows or columns");
        }
        boolean colour = format.samplesPerPixel() == 3
                && format.photometricInterpretation().equals(RGB);
        int levels = levels(Math.min(format.rows(), format.columns()));
        QuantizationBits quantization = new QuantizationBits(format.bitsStored() + (colour ? 1 : 0));
        List<Plane> planes = planes(SampleReader.of(frame));
        if (colour) {
            Plane.transformColours(planes.get(0), planes.get(1), planes.get(2));
        }
        planes.forEach(plane -> ReversibleWavelet.forward(plane, levels));
        SegmentWriter out = new SegmentWriter(format.length() / 2);
        new MainHeader(format, levels, colour, quantization).writeTo(out);
        writeTile(planes, levels, quantization, out);
        out.marker(EOC);
        // four bytes a sample, of which the copy that follows has more need
        planes.clear();
        return out.toBytes();
    }

    /** The one tile in one part (T.800 A.4.2). */
    private static void writeTile(List<Plane> planes, int levels, QuantizationBits quantization, SegmentWriter out)
            throws CodestreamException {
        int start = out.length();
        out.segment(SOT, 8);
        out.putShort(0);
        MainHeader.putInt(out, 0);
        out.putByte(0);
        out.putByte(1);
        out.marker(SOD);
        PacketWriter packets = new PacketWriter(out);
        for (int resolution = 0; resolution <= levels; resolution++) {
            for (Plane plane : planes) {
                packets.write(plane, Subband.ofResolution(plane, resolution, levels), quantization);
            }
        }
        out.setInt(start + TILE_PART_LENGTH_AT, out.length() - start);
    }

    /** No more than the smaller extent can be halved. */
    private static int levels(int extent) {
        return Math.min(MAX_LEVELS, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(extent));
    }

    private static List<Plane> planes(SampleReader reader) throws CodestreamException {
        FrameFormat format = reader.format();
        int shift = format.signed() ? 0 : 1 << format.bitsStored() - 1;
        int[] row = new int[format.columns()];
        List<Plane> planes = new ArrayList<>();
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            int[] samples = new int[format.rows() * format.columns()];
            for (int y = 0; y < format.rows(); y++) {
                reader.read(component, y, row);
                for (int x = 0; x < row.length; x++) {
                    samples[y * row.length + x] = row[x] - shift;
                }
            }
            planes.add(new Plane(format.columns(), format.rows(), samples));
        }
        return planes;
    }
}
