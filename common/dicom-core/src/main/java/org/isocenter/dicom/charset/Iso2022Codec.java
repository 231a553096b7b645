/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.util.List;

/**
 * Single-byte repertoires and ISO 2022 code extensions (PS3.5 6.1.2.4 and 6.1.2.5).
 *
 * @param initialG0 what bytes 21-7E mean at the start and after each delimiter
 * @param initialG1 what bytes A0-FF mean there; null when nothing is designated
 * @param declared every declared element in the order of Specific Character Set
 * @param extensions whether escape sequences may be written
 */
record Iso2022Codec(CodeElement initialG0, CodeElement initialG1, List<CodeElement> declared, boolean extensions)
        implements TextCodec {

    /** For values that hold escape sequences although nothing was declared. */
    static final Iso2022Codec WITHOUT_DECLARATION =
            new Iso2022Codec(CodeElement.ASCII, null, List.of(CodeElement.ASCII), false);

    static Iso2022Codec of(List<CodeElement> declared, boolean extensions) {
        CodeElement first = declared.get(0);
        CodeElement initialG0 = first == CodeElement.KATAKANA ? CodeElement.JIS_ROMAN : CodeElement.ASCII;
        CodeElement initialG1 = first.isHighHalf() && first.width() == 1 ? first : null;
        return new Iso2022Codec(initialG0, initialG1, List.copyOf(declared), extensions);
    }

    @Override
    public String decode(byte[] bytes, Delimiters delimiters) {
        if (!extensions && initialG1 == CodeElement.KATAKANA && ShiftJis.isLikely(bytes)) {
            return new String(bytes, ShiftJis.CHARSET);
        }
        return new Iso2022Decoder(this, bytes, delimiters).decode();
    }

    @Override
    public byte[] encode(String text, Delimiters delimiters) {
        return new Iso2022Encoder(this, delimiters).encode(text);
    }

    @Override
    public boolean canEncode(String text) {
        return new Iso2022Encoder(this, Delimiters.TEXT).canEncode(text);
    }

    @Override
    public boolean keepsAscii() {
        return initialG0 == CodeElement.ASCII;
    }

    /** What bytes A0-FF mean where nothing is designated: the first declared G1 element, or null. */
    CodeElement assumedG1() {
        for (CodeElement element : declared) {
            if (element.isHighHalf()) {
                return element;
            }
        }
        return null;
    }
}
