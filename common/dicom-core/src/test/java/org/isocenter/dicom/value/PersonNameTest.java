/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTest {

    @Test
    void parse_threeGroupsOfFiveComponents() {
        PersonName name = PersonName.parse("Adams^John Robert Quincy^^Rev.^B.A. M.Div.=山田^太郎=やまだ^たろう");

        assertThat(name.alphabetic())
                .isEqualTo(new PersonName.Group("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."));
        assertThat(name.ideographic()).isEqualTo(new PersonName.Group("山田", "太郎", "", "", ""));
        assertThat(name.phonetic().family()).isEqualTo("やまだ");
        assertThat(name).hasToString("Adams^John Robert Quincy^^Rev.^B.A. M.Div.=山田^太郎=やまだ^たろう");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Doe^^^^|Doe",
                "Doe^Jane^^|Doe^Jane",
                " Doe ^ Jane |Doe^Jane",
                "Doe==|Doe",
                "=山田|=山田",
                "^^|''",
                "==|''"
            })
    void toString_trailingDelimiters_areTrimmed(String value, String expected) {
        assertThat(PersonName.parse(value)).hasToString(expected);
    }

    @Test
    void parse_nothing_isEmpty() {
        assertThat(PersonName.parse(null).isEmpty()).isTrue();
        assertThat(PersonName.parse("  ").isEmpty()).isTrue();
        assertThat(PersonName.parse("^=^").isEmpty()).isTrue();
        assertThat(PersonName.parse("=x").isEmpty()).isFalse();
    }
}
