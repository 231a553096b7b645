/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Without TLS there is HTTP/1.1 only. Java's HttpClient asks by default to upgrade a clear connection to HTTP/2, and now and then
 * never sees the end of a body that it received whole right after the upgrade (24 kB in JDK 17 and 25: one request in some forty).
 * With TLS, HTTP/2 is agreed on in the handshake, and nothing is upgraded. Thread-safe.
 */
@ApplicationScoped
public class ClearTextIsHttp1 implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
