/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.OptionalInt;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.ImagePixel;

/** The Image Pixel Description Macro (PS3.3 C.7.6.3) of metadata, held against the pixels themselves. */
final class PixelDescription {

    private PixelDescription() {}

    /**
     * Completes what metadata may leave out when a compressed image says it (PS3.18 10.5.2).
     *
     * @throws ArchiveException PIXEL_DATA_INVALID if metadata and image contradict each other
     */
    static void complete(Attributes attributes, CodestreamFacts image) {
        set(attributes, Tag.Rows, image.rows());
        set(attributes, Tag.Columns, image.columns());
        set(attributes, Tag.SamplesPerPixel, image.samplesPerPixel());
        if (!attributes.containsValue(Tag.PhotometricInterpretation)) {
            attributes.setString(Tag.PhotometricInterpretation, VR.CS, image.photometricInterpretation());
        }
        if (image.samplesPerPixel() > 1 && !attributes.containsValue(Tag.PlanarConfiguration)) {
            attributes.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        if (!attributes.containsValue(Tag.BitsAllocated)) {
            attributes.setInt(Tag.BitsAllocated, VR.US, image.bitsStored() > Byte.SIZE ? Short.SIZE : Byte.SIZE);
            attributes.setInt(Tag.BitsStored, VR.US, image.bitsStored());
            attributes.setInt(Tag.HighBit, VR.US, image.bitsStored() - 1);
        }
        if (!attributes.containsValue(Tag.PixelRepresentation)) {
            attributes.setInt(Tag.PixelRepresentation, VR.US, image.signed() ? 1 : 0);
        }
    }

    private static void set(Attributes attributes, int tag, int value) {
        if (!attributes.containsValue(tag)) {
            attributes.setInt(tag, VR.US, value);
        } else if (attributes.getInt(tag, -1) != value) {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "the image has another extent than described");
        }
    }

    /**
     * Refuses native pixel data of another length than described; a byte that makes it even may be there.
     *
     * @throws ArchiveException PIXEL_DATA_INVALID
     */
    static void checkNative(Attributes attributes, long length) {
        ImagePixel.of(attributes)
                .filter(image -> image.defect().isEmpty())
                .map(ImagePixel::nativeLength)
                .filter(described -> length != described && length != described + (described & 1))
                .ifPresent(described -> {
                    throw new ArchiveException(
                            ErrorCode.PIXEL_DATA_INVALID, "the pixel data have another length than described");
                });
    }

    /** Number of Frames; empty if it is none. */
    static OptionalInt frames(Attributes attributes) {
        int frames = attributes.containsValue(Tag.NumberOfFrames) ? attributes.getInt(Tag.NumberOfFrames, 0) : 1;
        return frames > 0 ? OptionalInt.of(frames) : OptionalInt.empty();
    }
}
