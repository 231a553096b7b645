/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/** A cursor over a part of an array, big endian. One thread at a time. */
final class Bytes {

    private final byte[] content;
    private final int end;
    private int position;

    Bytes(byte[] content, int start, int end) {
        this.content = content;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int unsigned8() throws CodestreamException {
        need(1);
        return content[position++] & 0xFF;
    }

    int unsigned16() throws CodestreamException {
        return unsigned8() << 8 | unsigned8();
    }

    long unsigned32() throws CodestreamException {
        return (long) unsigned16() << 16 | unsigned16();
    }

    long unsigned64() throws CodestreamException {
        return unsigned32() << 32 | unsigned32();
    }

    /** A cursor over the next bytes, which are passed over here. */
    Bytes part(long length) throws CodestreamException {
        need(length);
        Bytes part = new Bytes(content, position, position + (int) length);
        position += (int) length;
        return part;
    }

    /** Moves to an absolute position at or behind the present one, or to the end. */
    void moveTo(long absolute) {
        position = (int) Math.max(position, Math.min(absolute, end));
    }

    private void need(long count) throws CodestreamException {
        if (count < 0 || count > remaining()) {
            throw new CodestreamException("the JPEG 2000 codestream ends too early");
        }
    }
}
