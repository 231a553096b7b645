/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Takes frames that are not compressed, little endian (PS3.5 8.1.1, 8.2). Chrominance that two pixels share is given to each
 * of them: then samples are by pixel, and YBR_FULL_422 has become YBR_FULL. Immutable.
 */
public final class NativeDecoder implements FrameDecoder {

    /** Of two pixels: their luminance, then the blue and the red difference that they share. */
    private static final int PAIR = 4;

    @Override
    public Frame decode(FrameFormat described, byte[] stored) throws CodestreamException {
        if (stored.length == described.length()) {
            return new Frame(described, stored);
        }
        boolean shared = described.samplesPerPixel() == 3
                && described.photometricInterpretation().endsWith("_422")
                && stored.length == described.length() / 3 * 2;
        if (!shared) {
            throw new CodestreamException("a frame of another length than is described");
        }
        FrameFormat format = described.withPlanar(false);
        boolean full = format.photometricInterpretation().equals("YBR_FULL_422");
        return new Frame(full ? format.withPhotometricInterpretation("YBR_FULL") : format, unshare(stored, format));
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
