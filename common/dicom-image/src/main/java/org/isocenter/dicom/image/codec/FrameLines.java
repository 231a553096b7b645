/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.frame.SampleLines;

/**
 * Takes the lines of a frame for an encoder, whatever its planar configuration: the cells as they stand, so that every bit
 * of them comes back. Immutable.
 */
public final class FrameLines {

    private final FrameFormat format;
    private final SampleLines lines;

    /**
     * Of a frame.
     *
     * @throws CodestreamException if its cells have another number of bits than 8, 16 or 32
     */
    public FrameLines(Frame frame) throws CodestreamException {
        format = frame.format();
        if (!SampleLines.isPossible(format)) {
            throw new CodestreamException("no codestream for " + format.bitsAllocated() + " bits allocated");
        }
        lines = new SampleLines(format, frame.samples());
    }

    /**
     * Takes one line of one component.
     *
     * @param row from 0
     * @param component from 0
     * @param line takes the samples, unsigned up to 16 bits
     * @param from index of the first
     */
    public void get(int row, int component, int[] line, int from) {
        lines.get(row, component, line, from);
    }

    /** Whether there are such lines, and a codestream of up to 16 bits has room for what the format allows. */
    public static boolean isPossible(FrameFormat format) {
        int needed = format.signed() ? format.bitsAllocated() : format.highBit() + 1;
        return SampleLines.isPossible(format) && needed <= 16;
    }

    /**
     * The bits that a lossless codestream needs for each sample: those up to the High Bit where samples are unsigned and
     * nothing lies above it; else all that are allocated, since decoders differ in what they do with the sign of fewer.
     *
     * @param least that the codestream allows
     * @throws CodestreamException if these are more than 16
     */
    public int precision(int least) throws CodestreamException {
        int needed = format.signed() ? format.bitsAllocated() : Math.max(format.highBit() + 1, usedBits());
        if (needed > 16) {
            throw new CodestreamException("no codestream for samples of " + needed + " bits");
        }
        return Math.max(least, needed);
    }

    private int usedBits() {
        int used = 0;
        int[] line = new int[format.columns()];
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            for (int row = 0; row < format.rows(); row++) {
                get(row, component, line, 0);
                for (int sample : line) {
                    used |= sample;
                }
            }
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(used);
    }
}
