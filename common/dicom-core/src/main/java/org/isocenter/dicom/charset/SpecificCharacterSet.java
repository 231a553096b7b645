/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.isocenter.dicom.data.VR;

/**
 * What Specific Character Set (0008,0005) declares, and the conversion of text values under it (PS3.3 C.12.1.1.2,
 * PS3.5 6.1).
 *
 * <p>Decoding is lenient: terms in unusual spellings are understood, unknown ones are ignored, undeclared escape
 * sequences are followed, and bytes above 7F under the default repertoire are read as UTF-8 or Latin-1. It never
 * fails; a byte without a meaning becomes U+FFFD. Encoding writes only what was declared; a character that the
 * declared sets lack becomes a question mark ({@link #canEncode} tells beforehand).
 *
 * <p>A value field is decoded as a whole, before it is split into values: the trail bytes of GB18030, GBK and Shift-JIS
 * may be 5C, which only decoding tells from a delimiter.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SpecificCharacterSet {

    /** The default repertoire, ISO-IR 6. */
    public static final SpecificCharacterSet ASCII = new SpecificCharacterSet(List.of(), new DefaultCodec(), true);

    /** Unicode in UTF-8, ISO_IR 192. */
    public static final SpecificCharacterSet UTF8 =
            new SpecificCharacterSet(List.of("ISO_IR 192"), new WholeCodec(StandardCharsets.UTF_8), true);

    private static final Set<VR> AFFECTED = EnumSet.of(VR.SH, VR.LO, VR.ST, VR.PN, VR.LT, VR.UC, VR.UT);

    private static final SpecificCharacterSet LATIN_1 = parse("ISO_IR 100");

    private final List<String> codes;
    private final TextCodec codec;
    private final boolean known;
    private final boolean asciiIsText;

    private SpecificCharacterSet(List<String> codes, TextCodec codec, boolean known) {
        this.codes = codes;
        this.codec = codec;
        this.known = known;
        this.asciiIsText = codec.keepsAscii();
    }

    /**
     * Returns the character set of the values of Specific Character Set.
     *
     * @param codes the values in their order; none, null or empty ones mean the default repertoire
     */
    public static SpecificCharacterSet of(String... codes) {
        if (codes == null || codes.length == 0) {
            return ASCII;
        }
        if (codes.length == 1 && codes[0] != null) {
            switch (codes[0]) {
                case "ISO_IR 192":
                    return UTF8;
                case "ISO_IR 100":
                    return LATIN_1;
                case "ISO_IR 6":
                case "":
                    return ASCII;
                default:
                    break;
            }
        }
        return parse(codes);
    }

    private static SpecificCharacterSet parse(String... codes) {
        List<String> kept = Arrays.stream(codes)
                .map(code -> code == null ? "" : code.strip())
                .toList();
        List<CodeElement> elements = new ArrayList<>();
        boolean extensions = codes.length > 1;
        boolean known = true;
        for (String code : kept) {
            CharacterSetTerm term = CharacterSetTerm.parse(code);
            if (term == null) {
                known = false;
            } else if (term.whole() != null) {
                // GB18030, GBK and UTF-8 exclude all others; where they are mixed they hold the others' ASCII too.
                return new SpecificCharacterSet(kept, new WholeCodec(term.whole()), true);
            } else {
                elements.add(term.element());
                extensions |= term.extension();
            }
        }
        boolean onlyDefault = elements.stream().allMatch(element -> element == CodeElement.ASCII);
        TextCodec codec = onlyDefault ? new DefaultCodec() : Iso2022Codec.of(elements, extensions);
        return new SpecificCharacterSet(kept, codec, known);
    }

    /** Returns the values of Specific Character Set as given; empty for the default repertoire. */
    public List<String> codes() {
        return codes;
    }

    /** Whether every term was understood. */
    public boolean isKnown() {
        return known;
    }

    /** Whether this is Unicode in UTF-8, so that bytes of text may be passed on without decoding. */
    public boolean isUtf8() {
        return this == UTF8 || (codes.size() == 1 && codes.get(0).equals("ISO_IR 192"));
    }

    /** Whether bytes from 20 to 7E without an escape sequence are ASCII text as they are. */
    public boolean keepsAscii() {
        return asciiIsText;
    }

    /**
     * Decodes a whole value field.
     *
     * @param bytes the value as stored, padding included
     * @param vr decides which characters are delimiters and whether the character set applies at all
     * @return the text, several values still separated by backslashes
     */
    public String decode(byte[] bytes, VR vr) {
        if ((asciiIsText && isPlainAscii(bytes)) || !appliesTo(vr)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return codec.decode(bytes, Delimiters.of(vr));
    }

    /**
     * Encodes a whole value field.
     *
     * @param text the text, several values separated by backslashes
     * @param vr decides which characters are delimiters and whether the character set applies at all
     * @return the bytes without padding
     */
    public byte[] encode(String text, VR vr) {
        if (!appliesTo(vr)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        if (asciiIsText && isPlainAscii(text)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        return codec.encode(text, Delimiters.of(vr));
    }

    /** Whether every character of the text can be encoded. */
    public boolean canEncode(String text) {
        return (asciiIsText && isPlainAscii(text)) || codec.canEncode(text);
    }

    /** Whether a VR's text depends on Specific Character Set (PS3.5 6.1.2.2): SH, LO, ST, PN, LT, UC and UT. */
    public static boolean appliesTo(VR vr) {
        return AFFECTED.contains(vr);
    }

    private static boolean isPlainAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == CodeElement.ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet set && set.codes.equals(codes);
    }

    @Override
    public int hashCode() {
        return codes.hashCode();
    }

    @Override
    public String toString() {
        return codes.isEmpty() ? "ISO_IR 6" : String.join("\\", codes);
    }
}
