/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

/** ISO-IR 14, the romaji half of JIS X 0201: ASCII but for the yen sign and the overline. */
final class JisRoman {

    private static final char YEN_SIGN = '\u00A5';
    private static final char OVERLINE = '\u203E';

    private JisRoman() {}

    static char decode(int b) {
        return switch (b) {
            case 0x5C -> YEN_SIGN;
            case 0x7E -> OVERLINE;
            default -> (char) b;
        };
    }

    /** Returns the byte of a character or -1. */
    static int encode(int character) {
        if (character == YEN_SIGN) {
            return 0x5C;
        }
        if (character == OVERLINE) {
            return 0x7E;
        }
        return character < 0x7F && character != '\\' && character != '~' ? character : -1;
    }
}
