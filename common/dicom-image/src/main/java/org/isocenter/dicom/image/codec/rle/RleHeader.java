/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.rle;

import org.isocenter.dicom.image.codec.CodestreamException;

/** The RLE header (PS3.5 G.5): the number of segments and where each begins. */
record RleHeader(int[] offsets, int length) {

    /** Bytes of the header. */
    static final int LENGTH = 64;

    static final int MAX_SEGMENTS = 15;

    static RleHeader read(byte[] codestream, int segments) throws CodestreamException {
        if (codestream.length < LENGTH) {
            throw new CodestreamException("no RLE header");
        }
        if (intAt(codestream, 0) != segments || segments > MAX_SEGMENTS) {
            throw new CodestreamException("not as many RLE segments as samples have bytes");
        }
        int[] offsets = new int[segments];
        int least = LENGTH;
        for (int i = 0; i < segments; i++) {
            offsets[i] = intAt(codestream, 4 + 4 * i);
            if (offsets[i] < least || offsets[i] > codestream.length) {
                throw new CodestreamException("an RLE segment lies outside of the codestream");
            }
            least = offsets[i];
        }
        return new RleHeader(offsets, codestream.length);
    }

    private static int intAt(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    int segments() {
        return offsets.length;
    }

    int start(int segment) {
        return offsets[segment];
    }

    int end(int segment) {
        return segment + 1 < offsets.length ? offsets[segment + 1] : length;
    }
}
