/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.StandardCharsets;

/** Decodes one value field; made anew for each, so it needs no reset. */
final class Iso2022Decoder {

    private static final char MALFORMED = '\uFFFD';

    private final Iso2022Codec codec;
    private final byte[] bytes;
    private final Delimiters delimiters;
    private final StringBuilder text;
    private CodeElement g0;
    private CodeElement g1;
    private CodeElement assumedG1;
    private int position;

    Iso2022Decoder(Iso2022Codec codec, byte[] bytes, Delimiters delimiters) {
        this.codec = codec;
        this.bytes = bytes;
        this.delimiters = delimiters;
        this.text = new StringBuilder(bytes.length);
        this.assumedG1 = codec.assumedG1();
        reset();
    }

    String decode() {
        while (position < bytes.length) {
            int b = bytes[position] & 0xFF;
            if (b == CodeElement.ESCAPE) {
                escape();
            } else if (b >= 0x80) {
                highRun();
            } else if (b < 0x21 || b == 0x7F) {
                control(b);
            } else if (g0.width() == 2) {
                pairRun();
            } else {
                single(b);
            }
        }
        return text.toString();
    }

    private void reset() {
        g0 = codec.initialG0();
        g1 = codec.initialG1();
    }

    private void escape() {
        CodeElement designated = CodeElement.designatedAt(bytes, position);
        if (designated == null) {
            text.append((char) CodeElement.ESCAPE);
            position++;
            return;
        }
        if (designated.isHighHalf()) {
            g1 = designated;
            // Many writers designate once and rely on it beyond the next delimiter.
            assumedG1 = designated;
        } else {
            g0 = designated;
        }
        position += designated.escapeLength();
    }

    private void control(int b) {
        if (delimiters.contains(b)) {
            reset();
        }
        text.append((char) b);
        position++;
    }

    private void single(int b) {
        position++;
        if (delimiters.contains(b)) {
            reset();
            text.append((char) b);
        } else if (g0 == CodeElement.JIS_ROMAN) {
            text.append(JisRoman.decode(b));
        } else {
            text.append((char) b);
        }
    }

    /** A run of pairs in G0. A delimiter within it is data: the standard has G0 switched back before each delimiter. */
    private void pairRun() {
        int start = position;
        while (position + 1 < bytes.length && isGraphic(bytes[position]) && isGraphic(bytes[position + 1])) {
            position += 2;
        }
        if (position == start) {
            text.append(MALFORMED);
            position++;
        } else {
            text.append(new String(bytes, start, position - start, g0.charset()));
        }
    }

    private void highRun() {
        CodeElement element = g1 == null ? assumedG1 : g1;
        int start = position;
        while (position < bytes.length && bytes[position] < 0) {
            position++;
        }
        if (element == null) {
            text.append(DefaultCodec.decodeUndeclared(bytes, start, position - start));
        } else if (element == CodeElement.LATIN_1) {
            text.append(new String(bytes, start, position - start, StandardCharsets.ISO_8859_1));
        } else {
            text.append(new String(bytes, start, position - start, element.charset()));
        }
    }

    private static boolean isGraphic(byte b) {
        return b >= 0x21 && b < 0x7F;
    }
}
