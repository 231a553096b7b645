/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.IOException;
import java.io.Writer;

/** Text and attribute values of an XML document. */
final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** Writes text with its markup escaped; a carriage return too, which a parser would drop. */
    static void write(String text, Writer out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.write(c);
                out.write(text.charAt(++i));
            } else {
                write(c, out);
            }
        }
    }

    private static void write(char c, Writer out) throws IOException {
        switch (c) {
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '&' -> out.write("&amp;");
            case '"' -> out.write("&quot;");
            case '\r' -> out.write("&#13;");
            case '\n' -> out.write("&#10;");
            case '\t' -> out.write("&#9;");
            default -> out.write(isCharacter(c) ? c : REPLACEMENT);
        }
    }

    /** Whether XML 1.0 has the character; lone surrogates are none. */
    private static boolean isCharacter(char c) {
        return c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE;
    }
}
