/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentCodingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | true",
                "br;q=1.0, GZIP;q=0.5 | true",
                "gzip;q=0, * | false",
                "gzip; q=0.000 | false",
                "* | true",
                "*;q=0 | false",
                "identity | false",
                "'' | false"
            })
    void acceptsGzip_asTheHeaderSays(String header, boolean expected) {
        assertThat(ContentCodings.acceptsGzip(List.of(header))).isEqualTo(expected);
    }
}
