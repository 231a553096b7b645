/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;

/**
 * The Image Pixel module (PS3.3 C.7.6.3) as it stands in a data set; what is absent is 0 or empty.
 *
 * @param rows pixels from top to bottom
 * @param columns pixels from left to right
 * @param samplesPerPixel planes
 * @param bitsAllocated bits of a sample's cell
 * @param bitsStored bits of a sample
 * @param numberOfFrames frames; 1 if the element is absent
 * @param photometricInterpretation what samples mean
 * @param pixelDataLength bytes of native pixel data; {@link #ENCAPSULATED} if they are in fragments
 */
public record ImagePixel(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int numberOfFrames,
        String photometricInterpretation,
        long pixelDataLength) {
    /** The length of pixel data in fragments. */
    public static final long ENCAPSULATED = -1;

    private static final int MAX_BITS = 64;
    private static final int[] PIXEL_DATA = {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData};

    /** What can be wrong with an image so that its frames cannot be told apart. */
    public enum Defect {
        /** Rows or columns are zero or absent. */
        NO_EXTENT,
        /** Samples per pixel or bits allocated are zero, absent or beyond what is defined. */
        IMPOSSIBLE_SAMPLES,
        /** Number of Frames is zero or negative. */
        NO_FRAMES,
        /** The pixel data are shorter than the description demands. */
        SHORT_PIXEL_DATA
    }

    /** The description of a data set's image; empty if it has no pixel data. */
    public static Optional<ImagePixel> of(Attributes attributes) {
        for (int tag : PIXEL_DATA) {
            if (attributes.containsValue(tag)) {
                return Optional.of(describe(attributes, length(attributes.getValue(tag))));
            }
        }
        return Optional.empty();
    }

    private static long length(Object value) {
        if (value instanceof BulkData bulk) {
            return bulk.encapsulated() ? ENCAPSULATED : bulk.length();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        return value instanceof Fragments ? ENCAPSULATED : 0;
    }

    private static ImagePixel describe(Attributes attributes, long pixelDataLength) {
        return new ImagePixel(
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0),
                attributes.getInt(Tag.SamplesPerPixel, 1),
                attributes.getInt(Tag.BitsAllocated, 0),
                attributes.getInt(Tag.BitsStored, 0),
                attributes.getInt(Tag.NumberOfFrames, 1),
                attributes.getString(Tag.PhotometricInterpretation, ""),
                pixelDataLength);
    }

    /** The first defect found; empty if there is none. */
    public Optional<Defect> defect() {
        if (rows <= 0 || columns <= 0) {
            return Optional.of(Defect.NO_EXTENT);
        }
        if (samplesPerPixel <= 0 || bitsAllocated <= 0 || bitsAllocated > MAX_BITS) {
            return Optional.of(Defect.IMPOSSIBLE_SAMPLES);
        }
        if (numberOfFrames <= 0) {
            return Optional.of(Defect.NO_FRAMES);
        }
        return pixelDataLength != ENCAPSULATED && pixelDataLength < nativeLength()
                ? Optional.of(Defect.SHORT_PIXEL_DATA)
                : Optional.empty();
    }

    /** Bytes that native pixel data need; the greatest long if they exceed it. Subsampled chrominance counts as such. */
    public long nativeLength() {
        try {
            long samples = Math.multiplyExact(Math.multiplyExact((long) rows, columns), samplesPerPixel);
            long bits = Math.multiplyExact(subsampled(Math.multiplyExact(samples, bitsAllocated)), numberOfFrames);
            return Math.addExact(bits, 7) / 8;
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** PS3.3 C.7.6.3.1.2: two samples a pixel in 422, one and a half in 420. */
    private long subsampled(long bits) {
        if (samplesPerPixel != 3) {
            return bits;
        }
        return switch (photometricInterpretation) {
            case "YBR_FULL_422", "YBR_PARTIAL_422" -> bits / 3 * 2;
            case "YBR_PARTIAL_420" -> bits / 2;
            default -> bits;
        };
    }
}
