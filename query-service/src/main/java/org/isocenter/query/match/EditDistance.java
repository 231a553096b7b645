/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.match;

/** How many insertions, deletions, replacements and swaps of neighbours lead from one word to another. */
final class EditDistance {

    /** PS3.5 6.2: the characters of a group of a person name. */
    private static final int LONGEST_WORD = 64;

    private EditDistance() {}

    /** How many differences are forgiven in a word: none up to 3 letters, one up to 7, two beyond; none in what is no word. */
    static int allowed(String word) {
        if (word.length() <= 3 || word.length() > LONGEST_WORD) {
            return 0;
        }
        return word.length() <= 7 ? 1 : 2;
    }

    static boolean within(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return false;
        }
        if (limit == 0) {
            return left.equals(right);
        }
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cell(left, right, i, j, distance);
            }
        }
        return distance[left.length()][right.length()] <= limit;
    }

    private static int cell(String left, String right, int i, int j, int[][] distance) {
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(distance[i - 1][j - 1] + replaced, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }
}
