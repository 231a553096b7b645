/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;

/** A Huffman table for decoding (T.81 annex C, F.2.2.3): one look at nine bits for most codes. Immutable. */
final class HuffmanTable {
    /** Bits of a look ahead; a code word in the highest bits of a long, shifted right by 64 less these, is the index. */
    static final int LOOK_AHEAD = 9;

    static final int MAX_LENGTH = 16;

    /** Length of the code shifted left by 8, and the symbol; 0 if the code is longer than the look ahead, or none. */
    final int[] lookup = new int[1 << LOOK_AHEAD];

    private final int[] limit = new int[MAX_LENGTH + 1];
    private final int[] offset = new int[MAX_LENGTH + 1];
    private final byte[] symbols;

    /**
     * From the lists of T.81 B.2.4.2.
     *
     * @param counts of codes by length, from index 1 on
     * @param symbols by code
     */
    HuffmanTable(int[] counts, byte[] symbols) throws CodestreamException {
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            offset[length] = index - code;
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                if (code >= 1 << length) {
                    throw new CodestreamException("a Huffman table with more codes than there are");
                }
                if (length <= LOOK_AHEAD) {
                    fill(code, length, symbols[index] & 0xFF);
                }
            }
            limit[length] = code << MAX_LENGTH - length;
            code <<= 1;
        }
    }

    private void fill(int code, int length, int symbol) {
        int first = code << LOOK_AHEAD - length;
        int count = 1 << LOOK_AHEAD - length;
        for (int i = first; i < first + count; i++) {
            lookup[i] = length << 8 | symbol;
        }
    }

    /** Length and symbol of a code that is longer than the look ahead. */
    int longCode(long bits) throws CodestreamException {
        int code = (int) (bits >>> Long.SIZE - MAX_LENGTH);
        for (int length = LOOK_AHEAD + 1; length <= MAX_LENGTH; length++) {
            if (code < limit[length]) {
                return length << 8 | symbols[(code >>> MAX_LENGTH - length) + offset[length]] & 0xFF;
            }
        }
        throw new CodestreamException("a code that is in no Huffman table");
    }

    /** Whether every symbol is a number of bits up to a greatest, as those of DC coefficients and differences must be. */
    boolean isOfMagnitudes(int greatest) {
        for (byte symbol : symbols) {
            if ((symbol & 0xFF) > greatest) {
                return false;
            }
        }
        return true;
    }
}
