/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.FrameFormat;

/** What the Image Pixel module says of frames (PS3.3 C.7.6.3). */
public final class FrameFormats {

    private static final int[] PIXEL_DATA = {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData};

    private FrameFormats() {}

    /** Whether a data set has pixels of any kind. */
    public static boolean hasPixels(Attributes attributes) {
        for (int tag : PIXEL_DATA) {
            if (attributes.containsValue(tag)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How frames lie; stored bits that no cell can have are taken to be the whole cell.
     *
     * @throws ArchiveException PIXEL_DATA_INVALID if no image can be so
     */
    public static FrameFormat of(Attributes attributes) {
        int bitsAllocated = attributes.getInt(Tag.BitsAllocated, 0);
        int bitsStored = attributes.getInt(Tag.BitsStored, bitsAllocated);
        if (bitsStored < 1 || bitsStored > bitsAllocated) {
            bitsStored = bitsAllocated;
        }
        int highBit = attributes.getInt(Tag.HighBit, bitsStored - 1);
        if (highBit < bitsStored - 1 || highBit >= bitsAllocated) {
            highBit = bitsStored - 1;
        }
        int samplesPerPixel = attributes.getInt(Tag.SamplesPerPixel, 1);
        try {
            return new FrameFormat(
                    attributes.getInt(Tag.Rows, 0),
                    attributes.getInt(Tag.Columns, 0),
                    samplesPerPixel,
                    bitsAllocated,
                    bitsStored,
                    highBit,
                    attributes.getInt(Tag.PixelRepresentation, 0) == 1,
                    samplesPerPixel > 1 && attributes.getInt(Tag.PlanarConfiguration, 0) == 1,
                    attributes
                            .getString(Tag.PhotometricInterpretation, samplesPerPixel == 1 ? "MONOCHROME2" : "RGB")
                            .strip());
        } catch (IllegalArgumentException e) {
            throw new ArchiveException(
                    ErrorCode.PIXEL_DATA_INVALID, "What the instance says of its pixels fits no image.", e);
        }
    }
}
