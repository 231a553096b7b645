/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegxl;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * What JxlBasicInfo says of an image.
 *
 * @param columns of the image
 * @param rows of the image
 * @param bits of a sample, unsigned
 * @param samples 1 or 3
 */
record JpegXlInfo(long columns, long rows, int bits, int samples) {

    /** JxlBasicInfo, with room to spare. */
    private static final long STRUCTURE = 1024;

    private static final long COLUMNS = 4;
    private static final long ROWS = 8;
    private static final long BITS = 12;
    private static final long EXPONENT_BITS = 16;
    private static final long ANIMATION = 44;
    private static final long SAMPLES = 52;
    private static final long FURTHER_CHANNELS = 56;
    private static final int MAX_BITS = 16;
    private static final long MAX_SAMPLES = 1L << 28;

    /** After the decoder has said that it is known. */
    static JpegXlInfo of(JpegXl jpegXl, Pointer decoder) throws CodestreamException {
        try (Memory info = new Memory(STRUCTURE)) {
            info.clear();
            boolean usable = jpegXl.getBasicInfo(decoder, info) == JpegXl.SUCCESS
                    && info.getInt(EXPONENT_BITS) == 0
                    && info.getInt(ANIMATION) == 0
                    && info.getInt(FURTHER_CHANNELS) == 0
                    && info.getInt(BITS) > 0
                    && info.getInt(BITS) <= MAX_BITS;
            if (!usable) {
                throw new CodestreamException("a JPEG XL image of samples that are not supported");
            }
            return new JpegXlInfo(
                    Integer.toUnsignedLong(info.getInt(COLUMNS)),
                    Integer.toUnsignedLong(info.getInt(ROWS)),
                    info.getInt(BITS),
                    info.getInt(SAMPLES));
        }
    }

    /** The format of its frame; cells are as wide as described, or wide enough. */
    FrameFormat format(FrameFormat described) throws CodestreamException {
        if (columns != described.columns() || rows != described.rows() || samples != described.samplesPerPixel()) {
            throw new CodestreamException("a JPEG XL image of another extent than described");
        }
        if (columns * rows * samples > MAX_SAMPLES) {
            throw new CodestreamException("a JPEG XL image of too many samples");
        }
        boolean transformed = described.photometricInterpretation().equals("XYB")
                || described.photometricInterpretation().startsWith("YBR");
        return new FrameFormat(
                described.rows(),
                described.columns(),
                samples,
                Math.max(described.bitsAllocated(), bits > Byte.SIZE ? Short.SIZE : Byte.SIZE),
                bits,
                bits - 1,
                false,
                false,
                transformed && samples > 1 ? "RGB" : described.photometricInterpretation());
    }
}
