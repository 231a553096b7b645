/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

/** Bytes of text values to strings and back, for one declared repertoire. Implementations are immutable. */
interface TextCodec {

    /** Decodes a whole value field; what is malformed becomes U+FFFD. */
    String decode(byte[] bytes, Delimiters delimiters);

    /** Encodes a whole value field; what the repertoire lacks becomes a question mark. */
    byte[] encode(String text, Delimiters delimiters);

    /** Whether the repertoire holds every character of the text. */
    boolean canEncode(String text);

    /** Whether bytes below 80 without an escape are always the ASCII characters of the same number. */
    boolean keepsAscii();
}
