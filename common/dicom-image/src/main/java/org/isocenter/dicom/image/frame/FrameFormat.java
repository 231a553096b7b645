/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

/**
 * How the samples of one frame lie and what they mean (PS3.3 C.7.6.3.1). Immutable.
 *
 * @param rows 1 to 65535
 * @param columns 1 to 65535
 * @param samplesPerPixel 1 to 4
 * @param bitsAllocated of a sample's cell: 1, 8, 16, 32 or 64
 * @param bitsStored 1 to bitsAllocated
 * @param highBit of the stored bits, bitsStored - 1 to bitsAllocated - 1
 * @param signed whether samples are in two's complement (Pixel Representation 1)
 * @param planar whether each plane lies by itself (Planar Configuration 1); false with one sample
 * @param photometricInterpretation of the samples as they lie here, not as they were in a codestream
 */
public record FrameFormat(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean planar,
        String photometricInterpretation) {

    private static final int MAX_EXTENT = 65_535;
    private static final int MAX_SAMPLES = 4;

    /**
     * Refuses what no image can be.
     *
     * @throws IllegalArgumentException if it is outside of the ranges above, or a frame would be of 2 GiB or 2 Gi pixels
     *     or more
     */
    public FrameFormat {
        check(rows > 0 && rows <= MAX_EXTENT && columns > 0 && columns <= MAX_EXTENT, "extent");
        check(samplesPerPixel > 0 && samplesPerPixel <= MAX_SAMPLES, "samples per pixel");
        check(
                bitsAllocated == 1
                        || bitsAllocated == 8
                        || bitsAllocated == 16
                        || bitsAllocated == 32
                        || bitsAllocated == 64,
                "bits allocated");
        check(bitsStored > 0 && bitsStored <= bitsAllocated, "bits stored");
        check(highBit >= bitsStored - 1 && highBit < bitsAllocated, "high bit");
        check((long) rows * columns <= Integer.MAX_VALUE, "size");
        check(length(rows, columns, samplesPerPixel, bitsAllocated) <= Integer.MAX_VALUE, "size");
    }

    private static void check(boolean possible, String what) {
        if (!possible) {
            throw new IllegalArgumentException("impossible " + what + " of a frame");
        }
    }

    private static long length(int rows, int columns, int samplesPerPixel, int bitsAllocated) {
        return ((long) rows * columns * samplesPerPixel * bitsAllocated + 7) / 8;
    }

    /** Bytes of a frame: samples in full resolution, little endian; single bits are packed from the lowest on. */
    public int length() {
        return (int) length(rows, columns, samplesPerPixel, bitsAllocated);
    }

    /** The same samples with another meaning. */
    public FrameFormat withPhotometricInterpretation(String other) {
        return new FrameFormat(
                rows, columns, samplesPerPixel, bitsAllocated, bitsStored, highBit, signed, planar, other);
    }

    /** The same samples in the other order. */
    public FrameFormat withPlanar(boolean other) {
        return new FrameFormat(
                rows,
                columns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                signed,
                other,
                photometricInterpretation);
    }
}
