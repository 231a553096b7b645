/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.security.Principal;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;

import org.isocenter.service.config.HttpConfig;

import io.vertx.core.http.HttpServerRequest;

/**
 * Who sent a request: the user that this service authenticated, or whom a trusted proxy names in X-Forwarded-User. Thread-safe.
 */
@ApplicationScoped
public class Caller {

    private static final String HEADER = "X-Forwarded-User";
    private static final int MAX_LENGTH = 128;

    private final TrustedProxies trusted;

    /** With the configured proxies. */
    public Caller(HttpConfig config) {
        this.trusted = TrustedProxies.of(config.trustedProxies());
    }

    /** The name of the user, if anybody knows it. */
    public Optional<String> user(SecurityContext security, HttpServerRequest request) {
        Principal principal = security == null ? null : security.getUserPrincipal();
        if (principal != null
                && principal.getName() != null
                && !principal.getName().isEmpty()) {
            return Optional.of(principal.getName());
        }
        String peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        if (peer == null || !trusted.contains(peer)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(HEADER)).map(Caller::plain).filter(name -> !name.isEmpty());
    }

    private static String plain(String name) {
        String stripped = name.replaceAll("\\p{Cntrl}", "").strip();
        return stripped.length() <= MAX_LENGTH ? stripped : stripped.substring(0, MAX_LENGTH);
    }
}
