/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** A growing buffer of JSON text in UTF-8. */
final class JsonBuffer {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    /** For characters below 80: 0 = as it is, 1 = as a Unicode escape, else the letter after the backslash. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes;
    private int size;
    private boolean nonAscii;

    JsonBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[0x80];
        Arrays.fill(escapes, 0, 0x20, (byte) 1);
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes[0x7F] = 1;
        return escapes;
    }

    int size() {
        return size;
    }

    /** Whether a character above 7F was written since the flag was cleared. */
    boolean hasNonAscii() {
        return nonAscii;
    }

    void clearNonAscii() {
        nonAscii = false;
    }

    void truncate(int newSize) {
        size = newSize;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), (int) Math.min(bytes.length * 2L, 0x7FFFFFF0)));
        }
    }

    void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] ascii) {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
    }

    void putAscii(String ascii) {
        int length = ascii.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    void putHex(int tag) {
        reserve(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(tag >>> shift) & 0xF];
        }
    }

    void putLong(long number) {
        if (number >= 0 && number < 10) {
            put((char) ('0' + number));
        } else {
            putAscii(Long.toString(number));
        }
    }

    void putBase64(byte[] value) {
        put(Base64.getEncoder().encode(value));
    }

    /** Writes ASCII text of a range of bytes as a JSON string; the caller has made sure that all are below 80. */
    void putQuotedAscii(byte[] text, int from, int to) {
        reserve((to - from) * 6 + 2);
        bytes[size++] = '"';
        for (int i = from; i < to; i++) {
            putCharacter(text[i]);
        }
        bytes[size++] = '"';
    }

    void putQuoted(String text) {
        int length = text.length();
        reserve(length * 6 + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                putCharacter(c);
            } else {
                nonAscii = true;
                i += putUnicode(text, i, c);
            }
        }
        bytes[size++] = '"';
    }

    private void putCharacter(int c) {
        byte escape = ESCAPES[c];
        if (escape == 0) {
            bytes[size++] = (byte) c;
        } else if (escape == 1) {
            bytes[size++] = '\\';
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >>> 4];
            bytes[size++] = HEX[c & 0xF];
        } else {
            bytes[size++] = '\\';
            bytes[size++] = escape;
        }
    }

    /** Returns how many more characters of the text were used. */
    private int putUnicode(String text, int index, char c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >>> 6));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
            return 0;
        }
        if (Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1))) {
            int codePoint = Character.toCodePoint(c, text.charAt(index + 1));
            bytes[size++] = (byte) (0xF0 | (codePoint >>> 18));
            bytes[size++] = (byte) (0x80 | ((codePoint >>> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((codePoint >>> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
            return 1;
        }
        int character = Character.isSurrogate(c) ? 0xFFFD : c;
        bytes[size++] = (byte) (0xE0 | (character >>> 12));
        bytes[size++] = (byte) (0x80 | ((character >>> 6) & 0x3F));
        bytes[size++] = (byte) (0x80 | (character & 0x3F));
        return 0;
    }
}
