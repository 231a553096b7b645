/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "smith, smith, 0",
        "smith, smiht, 1",
        "smith, smyth, 1",
        "smith, smit, 1",
        "smith, smithe, 1",
        "smith, jones, 5",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void between_countsDifferences(String left, String right, int differences) {
        assertThat(EditDistance.between(left, right)).isEqualTo(differences);
        assertThat(EditDistance.between(right, left)).isEqualTo(differences);
    }
}
