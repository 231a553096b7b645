/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=90-, 90, 10", "bytes=-5, 95, 5", "bytes=50-500, 50, 50", "bytes=-500, 0, 100"
    })
    void parse_single(String header, long first, long length) {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=0-1,3-4", "bytes=9-3", "lines=1-2", ""})
    void parse_whatIsNoSingleRange_sendsAll(String header) {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @Test
    void parse_beyondTheEnd() {
        assertThat(ByteRange.parse("bytes=100-", 100)).contains(ByteRange.UNSATISFIABLE);
    }
}
