/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The default repertoire ISO-IR 6, and what stands in for an unknown one.
 *
 * <p>Bytes above 7F have no place in it but are met in files that lack Specific Character Set: they are read as UTF-8
 * when the whole value is well-formed UTF-8 and as Latin-1 otherwise, so that no byte is lost to the reader.
 */
final class DefaultCodec implements TextCodec {

    @Override
    public String decode(byte[] bytes, Delimiters delimiters) {
        if (hasEscape(bytes)) {
            return Iso2022Codec.WITHOUT_DECLARATION.decode(bytes, delimiters);
        }
        return decodeUndeclared(bytes, 0, bytes.length);
    }

    static String decodeUndeclared(byte[] bytes, int offset, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean hasEscape(byte[] bytes) {
        for (byte b : bytes) {
            if (b == CodeElement.ESCAPE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public byte[] encode(String text, Delimiters delimiters) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean canEncode(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    @Override
    public boolean keepsAscii() {
        return true;
    }
}
