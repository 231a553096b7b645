/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.Charset;

/**
 * The code elements that can be designated as G0 (bytes 21-7E) or G1 (bytes A0-FF): PS3.3 Tables C.12-2 to C.12-4.
 *
 * <p>Each has an ISO registration number, the escape sequence that designates it and the number of bytes of a
 * character.
 */
enum CodeElement {
    ASCII(6, false, 1, "(B", "US-ASCII"),
    JIS_ROMAN(14, false, 1, "(J", "US-ASCII"),
    LATIN_1(100, true, 1, "-A", "ISO-8859-1"),
    LATIN_2(101, true, 1, "-B", "ISO-8859-2"),
    LATIN_3(109, true, 1, "-C", "ISO-8859-3"),
    LATIN_4(110, true, 1, "-D", "ISO-8859-4"),
    CYRILLIC(144, true, 1, "-L", "ISO-8859-5"),
    ARABIC(127, true, 1, "-G", "ISO-8859-6"),
    GREEK(126, true, 1, "-F", "ISO-8859-7"),
    HEBREW(138, true, 1, "-H", "ISO-8859-8"),
    LATIN_5(148, true, 1, "-M", "ISO-8859-9"),
    LATIN_9(203, true, 1, "-b", "ISO-8859-15"),
    KATAKANA(13, true, 1, ")I", "JIS_X0201"),
    THAI(166, true, 1, "-T", "TIS-620"),
    JIS_X0208(87, false, 2, "$B", "x-JIS0208"),
    JIS_X0212(159, false, 2, "$(D", "JIS_X0212-1990"),
    KS_X1001(149, true, 2, "$)C", "EUC-KR"),
    GB2312(58, true, 2, "$)A", "GB2312");

    static final byte ESCAPE = 0x1B;

    private static final CodeElement[] ALL = values();

    private final int registration;
    private final boolean highHalf;
    private final int width;
    private final byte[] escapeSequence;
    private final Charset charset;

    CodeElement(int registration, boolean highHalf, int width, String finalBytes, String charsetName) {
        this.registration = registration;
        this.highHalf = highHalf;
        this.width = width;
        this.escapeSequence = new byte[finalBytes.length() + 1];
        this.escapeSequence[0] = ESCAPE;
        for (int i = 0; i < finalBytes.length(); i++) {
            this.escapeSequence[i + 1] = (byte) finalBytes.charAt(i);
        }
        this.charset = Charset.forName(charsetName);
    }

    /** Returns the element of an ISO registration number, or null. */
    static CodeElement ofRegistration(int registration) {
        for (CodeElement element : ALL) {
            if (element.registration == registration) {
                return element;
            }
        }
        return null;
    }

    /** Returns the element designated by the escape sequence at the offset, or null if there is none that we know. */
    static CodeElement designatedAt(byte[] bytes, int offset) {
        for (CodeElement element : ALL) {
            if (element.isDesignatedAt(bytes, offset)) {
                return element;
            }
        }
        return null;
    }

    private boolean isDesignatedAt(byte[] bytes, int offset) {
        if (bytes.length - offset < escapeSequence.length) {
            return false;
        }
        for (int i = 0; i < escapeSequence.length; i++) {
            if (bytes[offset + i] != escapeSequence[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the element is designated as G1, so that its bytes have the high bit set. */
    boolean isHighHalf() {
        return highHalf;
    }

    /** Returns the number of bytes of a character: 1 or 2. */
    int width() {
        return width;
    }

    int escapeLength() {
        return escapeSequence.length;
    }

    byte[] escapeSequence() {
        return escapeSequence.clone();
    }

    Charset charset() {
        return charset;
    }
}
