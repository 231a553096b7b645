/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.match;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTest {
    @Test
    void within_words_countsDifferences() {
        assertThat(EditDistance.within("meier", "maier", EditDistance.allowed("meier")))
                .isTrue();
        assertThat(EditDistance.within("meier", "mayer", EditDistance.allowed("meier")))
                .isFalse();
    }

    @Test
    void within_textOfManyKilobytes_isEqualOrNot() {
        String one = "a".repeat(60_000);
        String other = one.substring(1) + "b";
        // a table of the two would take gigabytes
        assertThat(EditDistance.within(one, other, EditDistance.allowed(one))).isFalse();
        assertThat(EditDistance.within(one, one, EditDistance.allowed(one))).isTrue();
    }
}
