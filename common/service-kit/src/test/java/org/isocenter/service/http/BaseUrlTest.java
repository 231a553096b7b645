/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.service.config.HttpConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BaseUrlTest {

    private static final String PROXY = "10.1.0.7";

    private record Config(Optional<String> baseUrl, List<String> trustedProxies) implements HttpConfig {
        @Override
        public int maxRequestsPerClient() {
            return 0;
        }

        @Override
        public Cors cors() {
            return new NoCors();
        }
    }

    private record NoCors() implements HttpConfig.Cors {

        @Override
        public Optional<List<String>> origins() {
            return Optional.empty();
        }

        @Override
        public boolean credentials() {
            return false;
        }

        @Override
        public Duration maxAge() {
            return Duration.ofHours(1);
        }
    }

    private static String of(Config config, String peer, Map<String, List<String>> headers) {
        return new BaseUrl(config).of("http", "localhost:8080", peer, name -> headers.getOrDefault(name, List.of()));
    }

    private static String behindProxy(Map<String, List<String>> headers) {
        return of(new Config(Optional.empty(), List.of("10.1.0.0/16", "::1")), PROXY, headers);
    }

    @Test
    void of_noProxy() {
        assertThat(behindProxy(Map.of())).isEqualTo("http://localhost:8080");
    }

    @Test
    void of_forwarded() {
        assertThat(behindProxy(
                        Map.of("Forwarded", List.of("for=192.0.2.1;host=\"pacs.example.org:8443\";proto=https"))))
                .isEqualTo("https://pacs.example.org:8443");
    }

    @Test
    void of_chainOfTrustedProxies_isWhatTheFirstOfThemSays() {
        assertThat(behindProxy(Map.of(
                        "Forwarded",
                        List.of(
                                "for=192.0.2.1;host=pacs.example.org;proto=https, for=\"10.1.2.3:4711\";host=inner;proto=http",
                                "for=10.1.2.4"))))
                .isEqualTo("https://pacs.example.org");
    }

    @Test
    void of_forwardedThatTheClientInvented_isNotBelieved() {
        assertThat(behindProxy(Map.of(
                        "Forwarded",
                        List.of("for=10.1.0.1;host=evil.example;proto=https, for=192.0.2.1;host=pacs.example.org"))))
                .isEqualTo("http://pacs.example.org");
    }

    @Test
    void of_xForwarded() {
        assertThat(behindProxy(Map.of(
                        "X-Forwarded-Proto", List.of("https"),
                        "X-Forwarded-Host", List.of("pacs.example.org"),
                        "X-Forwarded-Port", List.of("443"),
                        "X-Forwarded-Prefix", List.of("/archive/"))))
                .isEqualTo("https://pacs.example.org/archive");
    }

    @Test
    void of_xForwardedLists_areReadFromTheirEnd() {
        assertThat(behindProxy(Map.of(
                        "X-Forwarded-For", List.of("192.0.2.1, 10.1.0.2"),
                        "X-Forwarded-Host", List.of("evil.example, pacs.example.org, inner"),
                        "X-Forwarded-Proto", List.of("https"))))
                .isEqualTo("https://pacs.example.org");
    }

    @Test
    void of_forgedHostIsNotRepeated() {
        assertThat(behindProxy(Map.of("X-Forwarded-Host", List.of("evil.example/\"><script>"))))
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void of_peerThatIsNotTrusted_saysNothing() {
        assertThat(of(
                        new Config(Optional.empty(), List.of("127.0.0.0/8")),
                        PROXY,
                        Map.of("X-Forwarded-Host", List.of("pacs.example.org"))))
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void of_configured() {
        assertThat(of(
                        new Config(Optional.of("https://pacs.example.org/a/"), List.of()),
                        PROXY,
                        Map.of("Forwarded", List.of("host=other"))))
                .isEqualTo("https://pacs.example.org/a");
    }
}
