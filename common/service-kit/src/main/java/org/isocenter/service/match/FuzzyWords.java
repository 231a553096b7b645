/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import org.isocenter.service.text.EditDistance;

/** Which words of a name are taken for the same. */
final class FuzzyWords {

    /** PS3.5 6.2: the characters of a group of a person name. */
    private static final int LONGEST_WORD = 64;

    private FuzzyWords() {}

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
        return limit == 0 ? left.equals(right) : EditDistance.between(left, right) <= limit;
    }
}
