/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameListTest {

    @Test
    void parse_keepsTheOrder() {
        assertThat(FrameList.parse("3,1,2,1")).containsExactly(3, 1, 2, 1);
    }

    @Test
    void single_isANumberAlone() {
        assertThat(FrameList.single("17")).hasValue(17);
        assertThat(FrameList.single("1,2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1,", "a", "1;2", "99999999999"})
    void parse_malformed(String text) {
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> FrameList.parse(text))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertThat(FrameList.single(text)).isEmpty();
    }
}
