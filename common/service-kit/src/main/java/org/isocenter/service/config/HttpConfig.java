/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How clients reach the HTTP port; address and port themselves are {@code quarkus.http.host} and {@code quarkus.http.port}. */
@ConfigMapping(prefix = "isocenter.http")
public interface HttpConfig {

    /**
     * The address that links in answers begin with, such as {@code https://pacs.example.org/archive}. Unset: taken from
     * the request.
     */
    Optional<String> baseUrl();

    /**
     * Addresses, or ranges such as {@code 10.1.0.0/16}, of proxies whose Forwarded and X-Forwarded-* headers are believed when links
     * are made.
     */
    @WithDefault("127.0.0.0/8,::1")
    List<String> trustedProxies();

    /**
     * Requests of one client, an address, that are answered at a time; what is beyond is refused with 429. 0 is no bound. The address of a
     * trusted proxy is not bounded, but those for which it speaks are.
     */
    @WithDefault("256")
    int maxRequestsPerClient();

    /** Which web pages of other origins may read answers. */
    Cors cors();

    /** Cross-origin resource sharing. */
    interface Cors {

        /** Origins such as {@code https://viewer.example.org}, or {@code *} for any. Unset: pages of the same origin only. */
        Optional<List<String>> origins();

        /** Whether such a page's requests may bear cookies and other credentials of the browser; not together with {@code *}. */
        @WithDefault("false")
        boolean credentials();

        /** How long a browser may remember what it was allowed. */
        @WithDefault("1h")
        Duration maxAge();
    }
}
