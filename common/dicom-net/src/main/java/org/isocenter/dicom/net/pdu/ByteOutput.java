/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Big-endian bytes with items whose lengths are filled in when they end. */
final class ByteOutput {
    private static final int MAX_ITEM_LENGTH = 0xFFFF;

    private byte[] bytes = new byte[1024];
    private int length;

    void putByte(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    void putShort(int value) {
        putByte(value >> 8);
        putByte(value);
    }

    void putInt(long value) {
        putShort((int) (value >> 16));
        putShort((int) value);
    }

    void putBytes(byte[] source) {
        ensure(source.length);
        System.arraycopy(source, 0, bytes, length, source.length);
        length += source.length;
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A text in a field of fixed length, padded with spaces. */
    void putPadded(String text, int fieldLength) {
        byte[] field = new byte[fieldLength];
        Arrays.fill(field, (byte) ' ');
        byte[] source = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(source, 0, field, 0, Math.min(source.length, fieldLength));
        putBytes(field);
    }

    /** Text after its 16-bit length. */
    void putCounted(String text) {
        putCounted(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Bytes after their 16-bit length. */
    void putCounted(byte[] source) {
        putShort(checked(source.length));
        putBytes(source);
    }

    /** An item that holds a text alone. */
    void putItem(int type, String text) {
        int start = beginItem(type);
        putText(text);
        endItem(start);
    }

    int beginItem(int type) {
        putByte(type);
        putByte(0);
        putShort(0);
        return length;
    }

    void endItem(int start) {
        int itemLength = checked(length - start);
        bytes[start - 2] = (byte) (itemLength >> 8);
        bytes[start - 1] = (byte) itemLength;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private static int checked(int itemLength) {
        if (itemLength > MAX_ITEM_LENGTH) {
            throw new IllegalArgumentException("An item of " + itemLength + " bytes is longer than PS3.8 allows");
        }
        return itemLength;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
