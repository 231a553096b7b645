/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

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

    /** Whether Forwarded and X-Forwarded-* headers are believed when links are made. */
    @WithDefault("true")
    boolean trustForwarded();
}
