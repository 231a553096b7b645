/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.metrics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DimseStatusClassTest {

    @ParameterizedTest
    @CsvSource({
        "0000, SUCCESS", "FF00, PENDING", "FF01, PENDING", "FE00, CANCEL", "B000, WARNING", "B007, WARNING",
        "0107, WARNING", "0116, WARNING", "A700, FAILURE", "C123, FAILURE", "0110, FAILURE", "0122, FAILURE"
    })
    void of_status(String status, DimseStatusClass expected) {
        assertThat(DimseStatusClass.of(Integer.parseInt(status, 16))).isEqualTo(expected);
    }
}
