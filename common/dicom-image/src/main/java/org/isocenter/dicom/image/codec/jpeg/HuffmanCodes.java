/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.Arrays;

/** The best Huffman codes for symbols that occur so many times, of 16 bits at the most (T.81 K.2). Immutable. */
final class HuffmanCodes {
    private static final int SYMBOLS = 256;
    private static final int MAX_LENGTH = 16;

    /** The code of each symbol. */
    final int[] codes = new int[SYMBOLS];

    /** The bits of each code; 0 if the symbol does not occur. */
    final int[] lengths = new int[SYMBOLS];

    private final int[] counts;
    private final byte[] symbols;

    private HuffmanCodes(int[] counts, byte[] symbols) {
        this.counts = counts;
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int i = 0; i < counts[length]; i++) {
                int symbol = symbols[index++] & 0xFF;
                codes[symbol] = code++;
                lengths[symbol] = length;
            }
            code <<= 1;
        }
    }

    /**
     * For occurrences.
     *
     * @param occurrences of each of 256 symbols
     */
    static HuffmanCodes of(int[] occurrences) {
        int[] depths = depths(occurrences);
        int[] counts = new int[Math.max(MAX_LENGTH, Arrays.stream(depths).max().orElse(0)) + 1];
        for (int depth : depths) {
            counts[depth]++;
        }
        counts[0] = 0;
        shorten(counts);
        byte[] symbols = new byte[SYMBOLS];
        int used = 0;
        for (int depth = 1; depth < counts.length; depth++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (depths[symbol] == depth) {
                    symbols[used++] = (byte) symbol;
                }
            }
        }
        return new HuffmanCodes(Arrays.copyOf(counts, MAX_LENGTH + 1), Arrays.copyOf(symbols, used));
    }

    /** How deep each symbol lies in a Huffman tree; one more symbol is the one of ones alone, which no code may be. */
    private static int[] depths(int[] occurrences) {
        long[] weights = new long[SYMBOLS + 1];
        int[] roots = new int[SYMBOLS + 1];
        int[] depths = new int[SYMBOLS + 1];
        for (int i = 0; i < SYMBOLS; i++) {
            weights[i] = occurrences[i];
            roots[i] = i;
        }
        weights[SYMBOLS] = 1;
        roots[SYMBOLS] = SYMBOLS;
        while (true) {
            int least = least(weights, -1);
            int second = least(weights, least);
            if (second < 0) {
                return depths;
            }
            weights[least] += weights[second];
            weights[second] = 0;
            for (int i = 0; i <= SYMBOLS; i++) {
                if (roots[i] == second) {
                    roots[i] = least;
                }
                if (roots[i] == least && (occurs(occurrences, i))) {
                    depths[i]++;
                }
            }
        }
    }

    private static boolean occurs(int[] occurrences, int symbol) {
        return symbol == SYMBOLS || occurrences[symbol] > 0;
    }

    /** The symbol of least weight, the last of several; -1 if there is none. */
    private static int least(long[] weights, int except) {
        int least = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0 && i != except && (least < 0 || weights[i] <= weights[least])) {
                least = i;
            }
        }
        return least;
    }

    /** No code longer than 16 bits (T.81 figure K.3), and the one that is reserved taken away. */
    private static void shorten(int[] counts) {
        for (int length = counts.length - 1; length > MAX_LENGTH; length--) {
            while (counts[length] > 0) {
                int shorter = length - 2;
                while (counts[shorter] == 0) {
                    shorter--;
                }
                counts[length] -= 2;
                counts[length - 1]++;
                counts[shorter + 1] += 2;
                counts[shorter]--;
            }
        }
        int longest = MAX_LENGTH;
        while (longest > 0 && counts[longest] == 0) {
            longest--;
        }
        counts[longest]--;
    }

    /** The number of codes by length, from index 1 on. */
    int[] counts() {
        return counts;
    }

    /** Symbols by code. */
    byte[] symbols() {
        return symbols;
    }
}
