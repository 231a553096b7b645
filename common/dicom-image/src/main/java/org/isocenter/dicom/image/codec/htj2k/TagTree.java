/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.Arrays;

/** Numbers of code-blocks by the least of four, of four of those and so on (T.800 B.10.2). Used by one thread. */
final class TagTree {

    private final int width;
    private final int height;
    private final int[] numbers;
    private final int[] told;
    private final boolean[] known;
    private final TagTree parent;

    /** @param numbers one for each code-block, row by row; at least one */
    TagTree(int width, int height, int[] numbers) {
        this.width = width;
        this.height = height;
        this.numbers = numbers;
        this.told = new int[numbers.length];
        this.known = new boolean[numbers.length];
        this.parent = numbers.length == 1 ? null : new TagTree((width + 1) / 2, (height + 1) / 2, least());
    }

    private int[] least() {
        int parentWidth = (width + 1) / 2;
        int[] least = new int[parentWidth * ((height + 1) / 2)];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i < numbers.length; i++) {
            int of = i / width / 2 * parentWidth + i % width / 2;
            least[of] = Math.min(least[of], numbers[i]);
        }
        return least;
    }

    /** Tells whether the number of a code-block is below a threshold, as far as it has not been told. */
    void put(int column, int row, int threshold, PacketBits bits) {
        int at = row * width + column;
        if (parent != null) {
            parent.put(column / 2, row / 2, threshold, bits);
            told[at] = Math.max(told[at], parent.told[row / 2 * parent.width + column / 2]);
        }
        while (told[at] < threshold) {
            if (told[at] >= numbers[at]) {
                if (!known[at]) {
                    bits.put(1, 1);
                    known[at] = true;
                }
                return;
            }
            bits.put(0, 1);
            told[at]++;
        }
    }
}
