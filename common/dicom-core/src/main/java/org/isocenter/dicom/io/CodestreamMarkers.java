/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

/** The bytes with which compressed images begin. */
final class CodestreamMarkers {
    private static final int JPEG = 0xFFD8;
    private static final int JPEG_2000 = 0xFF4F;
    private static final int JPEG_XL = 0xFF0A;
    private static final int BOX_LENGTH = 12;
    private static final int JP2_BOX = 0x6A502020;
    private static final int JXL_BOX = 0x4A584C20;

    private CodestreamMarkers() {}

    /** Whether the bytes ahead begin a JPEG, JPEG-LS, JPEG 2000 or JPEG XL image. */
    static boolean startsAt(ElementInput in, int available) {
        if (available < 4) {
            return false;
        }
        int first = in.byteAt(0) << 8 | in.byteAt(1);
        if (first == JPEG || first == JPEG_2000) {
            return in.byteAt(2) == 0xFF;
        }
        if (first == JPEG_XL) {
            return true;
        }
        return available >= BOX_LENGTH && bigEndian(in, 0) == BOX_LENGTH && isBox(bigEndian(in, 4));
    }

    private static boolean isBox(int type) {
        return type == JP2_BOX || type == JXL_BOX;
    }

    private static int bigEndian(ElementInput in, int at) {
        return in.byteAt(at) << 24 | in.byteAt(at + 1) << 16 | in.byteAt(at + 2) << 8 | in.byteAt(at + 3);
    }
}
