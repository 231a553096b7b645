/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.nio.ByteBuffer;
import java.util.HexFormat;

import org.isocenter.archive.model.Digest;

/** Byte arrays as blobs and back. */
final class Blobs {

    private static final byte[] EMPTY = {};

    private Blobs() {}

    static ByteBuffer of(byte[] bytes) {
        return bytes == null || bytes.length == 0 ? null : ByteBuffer.wrap(bytes);
    }

    static ByteBuffer of(Digest digest) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest.hex()));
    }

    static byte[] bytes(ByteBuffer blob) {
        if (blob == null) {
            return EMPTY;
        }
        byte[] bytes = new byte[blob.remaining()];
        blob.duplicate().get(bytes);
        return bytes;
    }

    static Digest digest(ByteBuffer blob) {
        return Digest.of(bytes(blob));
    }
}
