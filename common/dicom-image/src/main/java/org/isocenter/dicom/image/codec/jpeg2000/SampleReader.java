/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** The samples of a frame as numbers, row by row. Immutable. */
public final class SampleReader {

    private static final long MAX_SAMPLES = 1L << 28;

    private final Frame frame;

    private SampleReader(Frame frame) {
        this.frame = frame;
    }

    /**
     * Of a frame.
     *
     * @throws CodestreamException if its samples are not of 8 or 16 bits that start at bit 0, or are too many
     */
    public static SampleReader of(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        if (!isPossible(format)) {
            throw new CodestreamException(
                    "JPEG 2000 takes up to 2^28 samples of 8 or 16 bits allocated that start at bit 0");
        }
        return new SampleReader(frame);
    }

    /** Whether the samples of a frame can be read so. */
    public static boolean isPossible(FrameFormat format) {
        return (format.bitsAllocated() == Byte.SIZE || format.bitsAllocated() == Short.SIZE)
                && format.highBit() == format.bitsStored() - 1
                && (long) format.rows() * format.columns() * format.samplesPerPixel() <= MAX_SAMPLES;
    }

    /** How the samples lie. */
    public FrameFormat format() {
        return frame.format();
    }

    /**
     * One row of one plane.
     *
     * @throws CodestreamException if a sample has bits beyond those stored, which would be lost
     */
    public void read(int plane, int row, int[] values) throws CodestreamException {
        FrameFormat format = frame.format();
        int cell = format.bitsAllocated() / Byte.SIZE;
        int step = format.planar() ? cell : cell * format.samplesPerPixel();
        long pixel = (long) row * format.columns();
        long start = format.planar()
                ? ((long) plane * format.rows() * format.columns() + pixel) * cell
                : (pixel * format.samplesPerPixel() + plane) * cell;
        int position = (int) start;
        int unused = Integer.SIZE - format.bitsStored();
        for (int column = 0; column < values.length; column++) {
            int value = value(position, cell);
            int kept = format.signed() ? value << unused >> unused : value << unused >>> unused;
            if (kept != value) {
                throw new CodestreamException("a sample with bits beyond those stored");
            }
            values[column] = value;
            position += step;
        }
    }

    private int value(int position, int cell) {
        byte[] samples = frame.samples();
        boolean signed = frame.format().signed();
        if (cell == 1) {
            return signed ? samples[position] : samples[position] & 0xFF;
        }
        int low = samples[position] & 0xFF;
        return signed ? samples[position + 1] << 8 | low : (samples[position + 1] & 0xFF) << 8 | low;
    }
}
