/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NumberStringsTest {

    @ParameterizedTest
    @CsvSource({
        "' 1.5 ', 1.5",
        "+1.5, 1.5",
        "'1,5', 1.5",
        ".5, 0.5",
        "5., 5",
        "1e-3, 0.001",
        "0.12345678901234567890, 0.12345678901234568"
    })
    void decimal_lenientForms(String text, double expected) {
        assertThat(DecimalString.parse(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "Infinity", "0x1p3", "1d", "1.2.3", "abc", "1e999"})
    void decimal_noNumber_isEmpty(String text) {
        assertThat(DecimalString.parse(text)).isEmpty();
    }

    @Test
    void decimal_format_fitsAndIsPrecise() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double number = random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
            String text = DecimalString.format(number);

            assertThat(text.length()).isLessThanOrEqualTo(16);
            assertThat(Double.parseDouble(text))
                    .isCloseTo(number, org.assertj.core.data.Percentage.withPercentage(1e-6));
        }
        assertThat(DecimalString.format(0.5)).isEqualTo("0.5");
        assertThat(DecimalString.format(-3)).isEqualTo("-3");
        assertThatIllegalArgumentException().isThrownBy(() -> DecimalString.format(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({
        "' 12 ', 12",
        "+12, 12",
        "0012, 12",
        "12.0, 12",
        "12.9, 12",
        "-7, -7",
        "1e3, 1000",
        "9223372036854775807, 9223372036854775807"
    })
    void integer_lenientForms(String text, long expected) {
        assertThat(IntegerString.parse(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "99999999999999999999", "1 2"})
    void integer_noNumber_isEmpty(String text) {
        assertThat(IntegerString.parse(text)).isEmpty();
    }
}
