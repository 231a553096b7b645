/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FuzzyWordsTest {
    @Test
    void within_words_countsDifferences() {
        assertThat(FuzzyWords.within("meier", "maier", FuzzyWords.allowed("meier")))
                .isTrue();
        assertThat(FuzzyWords.within("meier", "mayer", FuzzyWords.allowed("meier")))
                .isFalse();
    }

    @Test
    void within_textOfManyKilobytes_isEqualOrNot() {
        String one = "a".repeat(60_000);
        String other = one.substring(1) + "b";
        // a table of the two would take gigabytes
        assertThat(FuzzyWords.within(one, other, FuzzyWords.allowed(one))).isFalse();
        assertThat(FuzzyWords.within(one, one, FuzzyWords.allowed(one))).isTrue();
    }
}
