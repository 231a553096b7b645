/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.io.ByteArrayOutputStream;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;

/** The bits of a packet's header, from the highest on; seven in a byte behind one of ones (T.800 B.10.1). Used by one thread. */
final class PacketBits {

    private static final int ONES = 0xFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int current;
    private int free = Byte.SIZE;

    /** Puts the low bits of a number. */
    void put(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            free--;
            current |= (value >> i & 1) << free;
            if (free == 0) {
                flush();
            }
        }
    }

    private void flush() {
        bytes.write(current);
        free = current == ONES ? Byte.SIZE - 1 : Byte.SIZE;
        current = 0;
    }

    /** Fills up the last byte, which may not be one of ones, and puts all out. */
    void writeTo(SegmentWriter out) throws CodestreamException {
        if (free < Byte.SIZE) {
            flush();
        }
        out.putBytes(bytes.toByteArray());
    }
}
