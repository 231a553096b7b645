/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** The size of native frames from the Image Pixel module (PS3.3 C.7.6.3). */
final class PixelGeometry {
    private PixelGeometry() {}

    /** Number of Frames, 1 if it is absent or wrong. */
    static int numberOfFrames(Attributes attributes) {
        return Math.max(1, attributes.getInt(Tag.NumberOfFrames, 1));
    }

    /**
     * Bits of one frame.
     *
     * @param available bytes of the pixel data: they tell whether chrominance is really subsampled
     * @return 0 if the description is incomplete or absurd
     */
    static long frameBits(Attributes attributes, long available) {
        long rows = attributes.getInt(Tag.Rows, 0);
        long columns = attributes.getInt(Tag.Columns, 0);
        long samples = attributes.getInt(Tag.SamplesPerPixel, 1);
        long bitsAllocated = attributes.getInt(Tag.BitsAllocated, 0);
        if (rows <= 0 || columns <= 0 || samples <= 0 || bitsAllocated <= 0 || bitsAllocated > 0xFFFF) {
            return 0;
        }
        // 16 bits each at the most, but for samples times bits: bounded so that the product fits 63 bits
        if (samples > 0xFFFF || rows > 0xFFFF || columns > 0xFFFF || samples * bitsAllocated > 0x3FFF_FFFFL) {
            return 0;
        }
        long full = rows * columns * samples * bitsAllocated;
        int frames = numberOfFrames(attributes);
        if (samples == 3 && available < bytes(full, frames)) {
            return subsampled(attributes.getString(Tag.PhotometricInterpretation, ""), full);
        }
        return full;
    }

    /** PS3.3 C.7.6.3.1.2: two samples a pixel in 422, one and a half in 420. */
    private static long subsampled(String photometricInterpretation, long full) {
        return switch (photometricInterpretation) {
            case "YBR_FULL_422", "YBR_PARTIAL_422" -> full / 3 * 2;
            case "YBR_PARTIAL_420" -> full / 2;
            default -> full;
        };
    }

    /** Bytes of a number of frames; the greatest long if they exceed it. */
    static long bytes(long frameBits, int frames) {
        long high = Math.multiplyHigh(frameBits, frames);
        long bits = frameBits * frames;
        return high != 0 || bits < 0 || bits > Long.MAX_VALUE - 7 ? Long.MAX_VALUE : (bits + 7) >> 3;
    }

    /** The native frames that really lie in the pixel data. */
    static FrameIndex nativeFrames(Attributes attributes, long offset, long available) {
        long frameBits = frameBits(attributes, available);
        if (frameBits == 0) {
            return FrameIndex.EMPTY;
        }
        int declared = numberOfFrames(attributes);
        long whole = available > Long.MAX_VALUE / 8 ? declared : available * 8 / frameBits;
        return FrameIndex.ofNative(offset, frameBits, (int) Math.min(declared, whole));
    }
}
