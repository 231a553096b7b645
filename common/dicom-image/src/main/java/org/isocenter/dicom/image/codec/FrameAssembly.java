/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.frame.SampleLines;

/**
 * Puts decoded lines into a frame: colour by pixel, in the cells that are described.
 *
 * <p>A sample of the codestream has a precision of its own (PS3.5 8.2.1). With the precision of the cell it is the cell as
 * it stands. With less it is the low bits of the cell, and the rest repeats its highest bit where samples are signed, or is
 * 0. Bits Stored stays what is described, or the precision if that is more; the High Bit stays where the precision reaches
 * it, and else is that of right-justified samples. Not thread-safe.
 */
public final class FrameAssembly {

    private static final int MAX_PRECISION = 16;

    private final FrameFormat format;
    private final int unusedBits;
    private final byte[] samples;
    private final SampleLines lines;

    /**
     * For a frame as described; allocates it.
     *
     * @param precision bits of a sample in the codestream, 1 to 16
     * @throws CodestreamException if cells have less bits than that, or another number than 8, 16 or 32
     */
    public FrameAssembly(FrameFormat described, int precision) throws CodestreamException {
        format = format(described, precision);
        unusedBits = format.signed() && precision < format.bitsAllocated() ? Integer.SIZE - precision : 0;
        samples = new byte[format.length()];
        lines = new SampleLines(format, samples);
    }

    /**
     * Checks that a codestream has the extent that is described.
     *
     * @throws CodestreamException if it has not
     */
    public static void checkExtent(FrameFormat described, int rows, int columns, int samplesPerPixel)
            throws CodestreamException {
        if (rows != described.rows() || columns != described.columns()) {
            throw new CodestreamException("the codestream is of another extent than is described");
        }
        if (samplesPerPixel != described.samplesPerPixel()) {
            throw new CodestreamException("the codestream has another number of samples per pixel than is described");
        }
    }

    /**
     * The format of a frame that is decoded.
     *
     * @throws CodestreamException if the samples do not fit the cells
     */
    public static FrameFormat format(FrameFormat described, int precision) throws CodestreamException {
        int bitsAllocated = described.bitsAllocated();
        if (!SampleLines.isPossible(described)) {
            throw new CodestreamException("no codestream for " + bitsAllocated + " bits allocated");
        }
        if (precision < 1 || precision > Math.min(bitsAllocated, MAX_PRECISION)) {
            throw new CodestreamException(precision + " bits do not fit " + bitsAllocated + " bits allocated");
        }
        boolean reached = precision > described.highBit();
        int bitsStored = reached ? described.bitsStored() : Math.max(precision, described.bitsStored());
        return new FrameFormat(
                described.rows(),
                described.columns(),
                described.samplesPerPixel(),
                bitsAllocated,
                bitsStored,
                reached ? described.highBit() : bitsStored - 1,
                described.signed(),
                false,
                described.photometricInterpretation());
    }

    /**
     * Puts one line of one component.
     *
     * @param row from 0
     * @param component from 0
     * @param line unsigned samples
     * @param from index of the first
     */
    public void put(int row, int component, int[] line, int from) {
        lines.put(row, component, line, from, unusedBits);
    }

    /** The frame, with the meaning that its samples have. */
    public Frame frame(String photometricInterpretation) {
        return new Frame(format.withPhotometricInterpretation(photometricInterpretation), samples);
    }
}
