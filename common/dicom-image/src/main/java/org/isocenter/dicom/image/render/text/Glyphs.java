/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The strokes of characters: ASCII, Latin-1, and letters that come apart into one of these and an accent. Immutable. */
final class Glyphs {

    /** A polyline: x and y by turns. */
    record Stroke(int[] points) {

        private static Stroke parse(String digits) {
            return new Stroke(digits.chars().map(digit -> digit - '0').toArray());
        }

        private IntStream horizontals() {
            return IntStream.range(0, points.length / 2).map(i -> points[2 * i]);
        }
    }

    /** A character. */
    record Glyph(List<Stroke> strokes) {

        /** Where its leftmost stroke begins. */
        int left() {
            return strokes.stream().flatMapToInt(Stroke::horizontals).min().orElse(0);
        }

        /** From its leftmost to its rightmost stroke; that of a space without strokes. */
        int width() {
            return strokes.stream().flatMapToInt(Stroke::horizontals).max().orElse(2) - left();
        }
    }

    private static final String RESOURCE = "strokes.txt";
    private static final String BY_NUMBER = "U+";
    private static final Glyph UNKNOWN = new Glyph(List.of(Stroke.parse("0040460600")));
    private static final Glyph SPACE = new Glyph(List.of());
    private static final Map<Integer, Glyph> GLYPHS = load();

    private Glyphs() {}

    private static Map<Integer, Glyph> load() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        try (InputStream in = Glyphs.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" ", -1);
                int character = parts[0].startsWith(BY_NUMBER) && parts[0].length() > 2
                        ? Integer.parseInt(parts[0].substring(BY_NUMBER.length()), 16)
                        : parts[0].codePointAt(0);
                List<Stroke> strokes =
                        Stream.of(parts).skip(1).map(Stroke::parse).toList();
                glyphs.put(character, new Glyph(strokes));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(glyphs);
    }

    /** The characters of a text in the form that {@link #of} knows: compatible forms taken apart. */
    static int[] characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .flatMap(Glyphs::known)
                .toArray();
    }

    private static IntStream known(int character) {
        return GLYPHS.containsKey(character)
                ? IntStream.of(character)
                : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                        .codePoints();
    }

    /** The strokes of a character; a box for what is not known. */
    static Glyph of(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return SPACE;
        }
        return GLYPHS.getOrDefault(character, UNKNOWN);
    }

    /** Whether a character is put onto the one before it. */
    static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK && GLYPHS.containsKey(character);
    }

    /** How far above the line of small letters the accent of a letter sits. */
    static int accentRise(int base, int accent) {
        boolean below = accent == 0x327 || accent == 0x328;
        return !below && Character.isUpperCase(base) ? 2 : 0;
    }

    /** The letter that takes an accent instead of one with a dot. */
    static int underAccent(int base) {
        return base == 'i' ? 'ı' : base;
    }
}
