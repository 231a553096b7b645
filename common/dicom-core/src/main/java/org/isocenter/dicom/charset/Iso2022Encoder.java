/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.util.EnumMap;
import java.util.Map;

/** Encodes one value field, choosing among the declared elements and switching no more often than needed. */
final class Iso2022Encoder {

    private static final int SUBSTITUTE = '?';

    private final Iso2022Codec codec;
    private final Delimiters delimiters;
    private final Map<CodeElement, CharsetEncoder> encoders = new EnumMap<>(CodeElement.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private CodeElement g0;
    private CodeElement g1;

    Iso2022Encoder(Iso2022Codec codec, Delimiters delimiters) {
        this.codec = codec;
        this.delimiters = delimiters;
        this.g0 = codec.initialG0();
        this.g1 = codec.initialG1();
    }

    byte[] encode(String text) {
        text.codePoints().forEach(this::encodeCharacter);
        restore();
        return out.toByteArray();
    }

    boolean canEncode(String text) {
        return text.codePoints().allMatch(c -> c < 0x21 || elementFor(c) != null);
    }

    private void encodeCharacter(int character) {
        if (delimiters.contains(character)) {
            restore();
            g1 = codec.initialG1();
            out.write(character);
        } else if (character < 0x21 || character == 0x7F) {
            restore();
            out.write(character);
        } else {
            encodeGraphic(character);
        }
    }

    private void encodeGraphic(int character) {
        CodeElement element = elementFor(character);
        if (element == null) {
            restore();
            // JIS X 0201 writers put the backslash and the tilde at the places of the yen sign and the overline.
            out.write(character < 0x7F ? character : SUBSTITUTE);
            return;
        }
        designate(element);
        out.writeBytes(bytesOf(character, element));
    }

    /** Returns what can encode the character: what is designated now, then the initial elements, then the others. */
    private CodeElement elementFor(int character) {
        if (bytesOf(character, g0) != null) {
            return g0;
        }
        if (g1 != null && bytesOf(character, g1) != null) {
            return g1;
        }
        if (bytesOf(character, codec.initialG0()) != null) {
            return codec.initialG0();
        }
        if (!codec.extensions()) {
            return null;
        }
        for (CodeElement element : codec.declared()) {
            if (bytesOf(character, element) != null) {
                return element;
            }
        }
        // The default repertoire may always be designated.
        return bytesOf(character, CodeElement.ASCII) == null ? null : CodeElement.ASCII;
    }

    private void designate(CodeElement element) {
        if (element.isHighHalf()) {
            if (element != g1) {
                out.writeBytes(element.escapeSequence());
                g1 = element;
            }
        } else if (element != g0) {
            out.writeBytes(element.escapeSequence());
            g0 = element;
        }
    }

    private void restore() {
        designate(codec.initialG0());
    }

    /** Returns the bytes of a graphic character in an element, or null if it has none. */
    private byte[] bytesOf(int character, CodeElement element) {
        if (element == CodeElement.JIS_ROMAN) {
            int b = JisRoman.encode(character);
            return b < 0 ? null : new byte[] {(byte) b};
        }
        if (character < 0x80) {
            return element == CodeElement.ASCII ? new byte[] {(byte) character} : null;
        }
        if (element == CodeElement.ASCII || character > 0xFFFF) {
            return null;
        }
        try {
            CharsetEncoder encoder =
                    encoders.computeIfAbsent(element, e -> e.charset().newEncoder());
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(new char[] {(char) character}));
            boolean fits = encoded.remaining() == element.width() && (encoded.get(0) < 0) == element.isHighHalf();
            if (!fits) {
                return null;
            }
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException absent) {
            return null;
        }
    }
}
