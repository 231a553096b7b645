/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.isocenter.dicom.value.PersonName;

/** Makes person names comparable: without case and without the accents of Latin, Greek and Cyrillic letters. */
public final class Folding {

    private Folding() {}

    /** The text in lower case, decomposed, without combining diacritical marks. */
    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < 0x0300 || c > 0x036F) {
                folded.append(c == 'ß' ? "ss" : c);
            }
        }
        return Normalizer.normalize(folded.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** The groups of a name as written that are not empty, each folded and without trailing delimiters. */
    public static List<String> groups(String name) {
        List<String> groups = new ArrayList<>(3);
        for (PersonName.Group group : PersonName.parse(name).groups()) {
            if (!group.isEmpty()) {
                groups.add(fold(group.toString()));
            }
        }
        return groups;
    }

    /** The words of a name: folded, split at component, group and word delimiters. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : fold(name).split("[\\s^=,.*?\\\\-]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
