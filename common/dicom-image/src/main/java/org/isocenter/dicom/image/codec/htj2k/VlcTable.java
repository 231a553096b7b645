/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Codewords for the significance of four samples, with what they tell of the greatest of them (T.814 Annex C), by context, pattern and the samples
 * whose exponents are the greatest. Immutable.
 */
final class VlcTable {

    /** For the first line of quads. */
    static final VlcTable FIRST = read("first-line.txt");

    /** For all other lines. */
    static final VlcTable OTHER = read("other-line.txt");

    private static final int CONTEXTS = 8;
    private static final int PATTERNS = 16;
    private static final int ENTRY = 7;
    private static final int HEXADECIMAL = 16;

    private final int[] codes = new int[CONTEXTS * PATTERNS * PATTERNS];

    private VlcTable(List<Entry> entries) {
        for (int context = 0; context < CONTEXTS; context++) {
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                for (int greatest = 0; greatest < PATTERNS; greatest++) {
                    if ((greatest & ~pattern) == 0) {
                        codes[index(context, pattern, greatest)] = best(entries, context, pattern, greatest);
                    }
                }
            }
        }
    }

    private record Entry(int context, int pattern, boolean offset, int known, int values, int codeword, int length) {

        static Entry of(int context, String digits) {
            return new Entry(
                    context,
                    digit(digits, 0),
                    digit(digits, 1) == 1,
                    digit(digits, 2),
                    digit(digits, 3),
                    digit(digits, 4) << 4 | digit(digits, 5),
                    digit(digits, 6));
        }

        private static int digit(String digits, int position) {
            return Character.digit(digits.charAt(position), HEXADECIMAL);
        }

        int packed() {
            return known << 12 | codeword << 4 | length;
        }
    }

    /** That which tells most of the exponents. */
    private static int best(List<Entry> entries, int context, int pattern, int greatest) {
        Entry best = null;
        for (Entry each : entries) {
            boolean fits = each.context() == context
                    && each.pattern() == pattern
                    && each.offset() == (greatest != 0)
                    && (greatest & each.known()) == each.values();
            if (fits && (best == null || Integer.bitCount(each.known()) > Integer.bitCount(best.known()))) {
                best = each;
            }
        }
        return best == null ? 0 : best.packed();
    }

    private static int index(int context, int pattern, int greatest) {
        return (context * PATTERNS + pattern) * PATTERNS + greatest;
    }

    /**
     * A code.
     *
     * @param pattern the significant samples, a bit each
     * @param greatest those with the greatest exponent; 0 if that is told by no offset
     */
    int code(int context, int pattern, int greatest) {
        return codes[index(context, pattern, greatest)];
    }

    /** The codeword of a code. */
    static int codeword(int code) {
        return code >> 4 & 0xFF;
    }

    /** Its length in bits. */
    static int length(int code) {
        return code & 0xF;
    }

    /** The samples of which it tells the highest bit. */
    static int known(int code) {
        return code >> 12;
    }

    private static VlcTable read(String name) {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = VlcTable.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            int context = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("context ")) {
                    context = Integer.parseInt(line.substring("context ".length()));
                } else if (!line.startsWith("#")) {
                    for (String digits : line.split(" ")) {
                        if (digits.length() != ENTRY) {
                            throw new IllegalStateException("a damaged table of codewords");
                        }
                        entries.add(Entry.of(context, digits));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VlcTable(entries);
    }
}
