/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Headers of compressed images, byte by byte; what follows them is no image. */
public final class Codestreams {

    private Codestreams() {}

    /** JPEG or JPEG-LS of one component of 8 bits, with a long comment before the frame. */
    public static byte[] jpeg(int frame, int rows, int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfe, 0, 8});
        out.writeBytes("filler".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(13)
                .put((byte) 0xff)
                .put((byte) frame)
                .putShort((short) 11)
                .put((byte) 8)
                .putShort((short) rows)
                .putShort((short) columns)
                .put((byte) 1)
                .put(new byte[] {1, 0x11, 0})
                .array());
        // the predictor, or the bound on errors
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 0, 0});
        out.writeBytes(new byte[] {1, 2, 3, (byte) 0xff, (byte) 0xd9});
        return out.toByteArray();
    }

    /** JPEG 2000 of three components, transformed without loss. */
    public static byte[] jpeg2000(int rows, int columns) {
        ByteBuffer out = ByteBuffer.allocate(100);
        out.putShort((short) 0xff4f)
                .putShort((short) 0xff51)
                .putShort((short) 47)
                .putShort((short) 0);
        out.putInt(columns).putInt(rows).putInt(0).putInt(0);
        out.putInt(columns).putInt(rows).putInt(0).putInt(0);
        out.putShort((short) 3).put(new byte[] {7, 1, 1, 7, 1, 1, 7, 1, 1});
        out.putShort((short) 0xff52).putShort((short) 12).put(new byte[] {0, 0, 0, 1, 1, 5, 4, 4, 0, 1});
        out.putShort((short) 0xff90);
        return out.array();
    }
}
