/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/** The order of a block's coefficients in a codestream (T.81 figure A.6). */
final class ZigZag {
    /** The place in a block, line by line, of each coefficient. */
    static final int[] NATURAL = natural();

    private ZigZag() {}

    private static int[] natural() {
        int[] places = new int[64];
        int index = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            int first = Math.max(0, diagonal - 7);
            int last = Math.min(7, diagonal);
            for (int i = first; i <= last; i++) {
                // even diagonals run upwards
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                places[index++] = row * 8 + diagonal - row;
            }
        }
        return places;
    }
}
