/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of Specific Character Set, read leniently.
 *
 * @param whole the repertoire that stands alone, or null
 * @param element the code element, or null
 * @param extension whether the term announces code extensions (ISO 2022)
 */
record CharacterSetTerm(Charset whole, CodeElement element, boolean extension) {

    static final CharacterSetTerm DEFAULT = new CharacterSetTerm(null, CodeElement.ASCII, false);

    private static final int UTF_8_REGISTRATION = 192;

    // "ISO_IR 100" and "ISO 2022 IR 100", and what devices make of them: other separators or none.
    private static final Pattern REGISTERED = Pattern.compile("ISO[ _-]?(2022)?[ _-]?IR[ _-]?(\\d{1,3})");

    /** Names outside the standard's terms that were met in files. */
    private static final Map<String, Charset> OTHER_NAMES = Map.ofEntries(
            Map.entry("GB18030", Charset.forName("GB18030")),
            Map.entry("GBK", Charset.forName("GBK")),
            Map.entry("GB2312", Charset.forName("GBK")),
            Map.entry("UTF-8", StandardCharsets.UTF_8),
            Map.entry("UTF8", StandardCharsets.UTF_8),
            Map.entry("ISO-8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("ISO8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("ISO_8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("LATIN1", StandardCharsets.ISO_8859_1),
            Map.entry("WINDOWS-1252", Charset.forName("windows-1252")),
            Map.entry("WINDOWS_1252", Charset.forName("windows-1252")),
            Map.entry("SHIFT_JIS", ShiftJis.CHARSET),
            Map.entry("SJIS", ShiftJis.CHARSET),
            Map.entry("EUC-KR", Charset.forName("EUC-KR")),
            Map.entry("BIG5", Charset.forName("Big5")));

    /** Returns the meaning of a term; an empty one is the default repertoire; null if unknown. */
    static CharacterSetTerm parse(String code) {
        String term = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (term.isEmpty()) {
            return DEFAULT;
        }
        Charset other = OTHER_NAMES.get(term);
        if (other != null) {
            return new CharacterSetTerm(other, null, false);
        }
        Matcher registered = REGISTERED.matcher(term);
        if (!registered.matches()) {
            return null;
        }
        int registration = Integer.parseInt(registered.group(2));
        if (registration == UTF_8_REGISTRATION) {
            return new CharacterSetTerm(StandardCharsets.UTF_8, null, false);
        }
        CodeElement element = CodeElement.ofRegistration(registration == 14 ? 13 : registration);
        return element == null ? null : new CharacterSetTerm(null, element, registered.group(1) != null);
    }
}
