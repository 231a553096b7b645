/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

/** Value representations (PS3.5 6.2). */
public enum VR {
    AE(Kind.TEXT, 1),
    AS(Kind.TEXT, 1),
    AT(Kind.BINARY, 2),
    CS(Kind.TEXT, 1),
    DA(Kind.TEXT, 1),
    DS(Kind.TEXT, 1),
    DT(Kind.TEXT, 1),
    FD(Kind.BINARY, 8),
    FL(Kind.BINARY, 4),
    IS(Kind.TEXT, 1),
    LO(Kind.CHARSET_TEXT, 1),
    LT(Kind.CHARSET_TEXT, 1),
    OB(Kind.BULK, 1),
    OD(Kind.BULK, 8),
    OF(Kind.BULK, 4),
    OL(Kind.BULK, 4),
    OV(Kind.BULK, 8),
    OW(Kind.BULK, 2),
    PN(Kind.CHARSET_TEXT, 1),
    SH(Kind.CHARSET_TEXT, 1),
    SL(Kind.BINARY, 4),
    SQ(Kind.SEQUENCE, 1),
    SS(Kind.BINARY, 2),
    ST(Kind.CHARSET_TEXT, 1),
    SV(Kind.BINARY, 8),
    TM(Kind.TEXT, 1),
    UC(Kind.CHARSET_TEXT, 1),
    UI(Kind.TEXT, 1),
    UL(Kind.BINARY, 4),
    UN(Kind.BULK, 1),
    UR(Kind.TEXT, 1),
    US(Kind.BINARY, 2),
    UT(Kind.CHARSET_TEXT, 1),
    UV(Kind.BINARY, 8);

    private enum Kind {
        TEXT,
        CHARSET_TEXT,
        BINARY,
        BULK,
        SEQUENCE
    }

    private static final VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values()) {
            BY_CODE[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int wordLength;

    VR(Kind kind, int wordLength) {
        this.kind = kind;
        this.wordLength = wordLength;
    }

    /** The VR of two bytes as they stand in an explicit data set, or null if they name none. */
    public static VR of(int first, int second) {
        return first < 'A' || first > 'Z' || second < 'A' || second > 'Z' ? null : BY_CODE[index(first, second)];
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }

    /** Whether the explicit header has two reserved bytes and a length of 32 bits (PS3.5 7.1.2). */
    public boolean hasLongHeader() {
        return kind == Kind.BULK
                || kind == Kind.SEQUENCE
                || this == SV
                || this == UC
                || this == UR
                || this == UT
                || this == UV;
    }

    /** Whether values are character strings. */
    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.CHARSET_TEXT;
    }

    /** Whether Specific Character Set (0008,0005) applies to values. */
    public boolean usesSpecificCharacterSet() {
        return kind == Kind.CHARSET_TEXT;
    }

    /** Whether values are opaque bytes or words: OB, OD, OF, OL, OV, OW, UN. */
    public boolean isBulk() {
        return kind == Kind.BULK;
    }

    /** Whether a backslash separates values; not so in LT, ST, UR and UT (PS3.5 6.2). */
    public boolean isMultiValuedText() {
        return isText() && this != LT && this != ST && this != UT && this != UR;
    }

    /** The bytes of one word, which a change of byte order turns around: 1, 2, 4 or 8. AT is two words of 2 bytes. */
    public int wordLength() {
        return wordLength;
    }

    /** The byte that makes a value's length even (PS3.5 6.2): a space for text, else zero. */
    public byte padding() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }
}
