/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.255.255, true",
        "10.1.0.1:4711, true",
        "10.2.0.0, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "::1, true",
        "[::1]:80, true",
        "[2001:db8::5], true",
        "2001:db9::5, false",
        "::ffff:10.1.0.1, true",
        "unknown, false",
        "_hidden, false",
        "localhost, false",
        "'', false"
    })
    void contains_addressInARange(String node, boolean expected) {
        TrustedProxies proxies = TrustedProxies.of(List.of("10.1.0.0/16", " 192.0.2.7", "::1", "2001:db8::/32"));

        assertThat(proxies.contains(node)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.1.0.0/33", "10.1.0.0/", "10.1.0.0/-1", "300.1.1.1"})
    void of_noAddress_namesTheKey(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of(List.of(text)))
                .withMessageContaining("isocenter.http.trusted-proxies");
    }

    @Test
    void of_nothing_trustsNobody() {
        assertThat(TrustedProxies.of(List.of("")).contains("127.0.0.1")).isFalse();
    }
}
