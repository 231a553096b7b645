/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Frames that are not compressed (PS3.5 8.1.1, 8.2). */
final class NativeFrames {

    /** Of two pixels: their luminance, then the blue and the red difference that they share. */
    private static final int PAIR = 4;

    private NativeFrames() {}

    /** The frame of bytes that are little endian; chrominance that pixels share is given to each of them. */
    static Frame of(FrameFormat format, byte[] bytes) {
        if (bytes.length == format.length()) {
            return new Frame(format, bytes);
        }
        boolean shared = format.samplesPerPixel() == 3
                && format.photometricInterpretation().endsWith("_422")
                && bytes.length == format.length() / 3 * 2;
        if (!shared) {
            throw new ArchiveException(
                    ErrorCode.PIXEL_DATA_INVALID, "The pixels are of another length than the instance says.");
        }
        FrameFormat interleaved = format.withPlanar(false);
        return new Frame(interleaved, unshare(bytes, interleaved));
    }

    /** PS3.3 C.7.6.3.1.2: two luminances, one of each chrominance, again and again. */
    private static byte[] unshare(byte[] bytes, FrameFormat format) {
        int size = format.bitsAllocated() / 8;
        byte[] samples = new byte[format.length()];
        int pixels = format.rows() * format.columns();
        for (int pixel = 0; pixel < pixels; pixel++) {
            int pair = pixel / 2 * PAIR * size;
            int to = pixel * 3 * size;
            copy(bytes, pair + pixel % 2 * size, samples, to, size);
            copy(bytes, pair + 2 * size, samples, to + size, size);
            copy(bytes, pair + 3 * size, samples, to + 2 * size, size);
        }
        return samples;
    }

    /** The last pixel of an odd number has no partner, and maybe not all of its chrominance. */
    private static void copy(byte[] from, int at, byte[] to, int target, int size) {
        if (at + size <= from.length) {
            System.arraycopy(from, at, to, target, size);
        }
    }
}
