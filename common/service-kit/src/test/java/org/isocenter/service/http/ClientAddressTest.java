/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {

    private static final TrustedProxies TRUSTED = TrustedProxies.of(List.of("127.0.0.1", "10.0.0.0/8"));

    private static Optional<String> of(String peer, Map<String, List<String>> headers) {
        return ClientAddress.of(TRUSTED, peer, name -> headers.getOrDefault(name, List.of()));
    }

    @Test
    void of_strangerThatClaimsToSpeakForAnother_isItsOwn() {
        assertThat(of("192.0.2.7", Map.of("Forwarded", List.of("for=198.51.100.1"))))
                .contains("192.0.2.7");
    }

    @Test
    void of_proxies_isTheLastThatIsNoProxy() {
        assertThat(of(
                        "127.0.0.1",
                        Map.of("Forwarded", List.of("for=203.0.113.9, for=\"[2001:db8::1]:4711\", for=10.1.2.3"))))
                .contains("2001:db8::1");
    }

    @Test
    void of_separateHeaders_isTheLastThatIsNoProxy() {
        assertThat(of("10.9.9.9", Map.of("X-Forwarded-For", List.of("203.0.113.9, 198.51.100.1:80", "10.1.2.3"))))
                .contains("198.51.100.1");
    }

    @Test
    void of_proxyThatNamesNobody_isUnknown() {
        assertThat(of("127.0.0.1", Map.of())).isEmpty();
        assertThat(of("127.0.0.1", Map.of("Forwarded", List.of("for=127.0.0.1"))))
                .isEmpty();
    }

    @Test
    void of_proxyThatHidesItsClient_isAllThoseHidden() {
        assertThat(of("127.0.0.1", Map.of("Forwarded", List.of("for=unknown")))).contains("unknown");
    }
}
