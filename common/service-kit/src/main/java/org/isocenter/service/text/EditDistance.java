/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.text;

/** How many insertions, deletions, replacements and swaps of neighbours lead from one text to another. */
public final class EditDistance {

    private EditDistance() {}

    /** The least number of differences; its cost grows with the product of the lengths. */
    public static int between(String left, String right) {
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cell(left, right, i, j, distance);
            }
        }
        return distance[left.length()][right.length()];
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
