/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Big-endian bytes of a PDU between bounds; what goes beyond them is an invalid PDU parameter value. */
final class ByteInput {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteInput(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    int remaining() {
        return end - position;
    }

    int getByte() throws PduException {
        return bytes[advance(1)] & 0xFF;
    }

    int getShort() throws PduException {
        return getByte() << 8 | getByte();
    }

    long getInt() throws PduException {
        return (long) getShort() << 16 | getShort();
    }

    byte[] getBytes(int length) throws PduException {
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    void skip(int length) throws PduException {
        advance(length);
    }

    /** Text without the padding before and after it, spaces or nulls. */
    String getText(int length) throws PduException {
        int start = advance(length);
        int stop = start + length;
        while (stop > start && isPadding(bytes[stop - 1])) {
            stop--;
        }
        while (start < stop && isPadding(bytes[start])) {
            start++;
        }
        return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
    }

    String getRestAsText() throws PduException {
        return getText(remaining());
    }

    String getCountedText() throws PduException {
        return getText(getShort());
    }

    byte[] getCounted() throws PduException {
        return getBytes(getShort());
    }

    /** The body of an item or sub-item whose type has been read. */
    ByteInput getItem() throws PduException {
        skip(1);
        return getSection(getShort());
    }

    ByteInput getSection(int length) throws PduException {
        int start = advance(length);
        return new ByteInput(bytes, start, start + length);
    }

    private static boolean isPadding(byte value) {
        return value == ' ' || value == 0;
    }

    private int advance(int length) throws PduException {
        if (length > end - position) {
            throw new PduException(Abort.INVALID_PDU_PARAMETER, "A field goes beyond its PDU or item");
        }
        int start = position;
        position += length;
        return start;
    }
}
