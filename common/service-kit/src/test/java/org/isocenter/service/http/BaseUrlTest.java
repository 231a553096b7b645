/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.Map;
import java.util.Optional;

import org.isocenter.service.config.HttpConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BaseUrlTest {

    private record Config(Optional<String> baseUrl, boolean trustForwarded) implements HttpConfig {}

    private static String of(Config config, Map<String, String> headers) {
        return new BaseUrl(config).of("http", "localhost:8080", headers::get);
    }

    private static String believing(Map<String, String> headers) {
        return of(new Config(Optional.empty(), true), headers);
    }

    @Test
    void of_noProxy() {
        assertThat(believing(Map.of())).isEqualTo("http://localhost:8080");
    }

    @Test
    void of_forwarded() {
        assertThat(believing(
                        Map.of("Forwarded", "for=10.0.0.1;host=\"pacs.example.org:8443\";proto=https, for=10.0.0.2")))
                .isEqualTo("https://pacs.example.org:8443");
    }

    @Test
    void of_xForwarded() {
        assertThat(believing(Map.of(
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "pacs.example.org",
                        "X-Forwarded-Port", "443",
                        "X-Forwarded-Prefix", "/archive/")))
                .isEqualTo("https://pacs.example.org/archive");
    }

    @Test
    void of_forgedHostIsNotRepeated() {
        assertThat(believing(Map.of("X-Forwarded-Host", "evil.example/\"><script>")))
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void of_headersNotTrusted() {
        assertThat(of(new Config(Optional.empty(), false), Map.of("X-Forwarded-Host", "pacs.example.org")))
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void of_configured() {
        assertThat(of(new Config(Optional.of("https://pacs.example.org/a/"), true), Map.of("Forwarded", "host=other")))
                .isEqualTo("https://pacs.example.org/a");
    }
}
