/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.service.config.HttpConfig;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets web pages of configured origins read answers (the Fetch standard, 3.2). A request of another origin is answered without leave, so
 * that its browser keeps the answer from the page; it is not refused, for behind a proxy nobody here knows which origin is the own
 * one. Of all services alike. Thread-safe.
 */
@ApplicationScoped
public class Cors {

    /** What pages may read besides the headers that they always may. */
    static final String EXPOSED =
            "Content-Type, Content-Length, Content-Location, Content-Range, Accept-Ranges, ETag, Location,"
                    + " Link, Retry-After, Warning, Content-Disposition";

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private static final String ANY = "*";
    private static final int BEFORE_ALL_ELSE = 300;

    private final Set<String> origins;
    private final boolean anyOrigin;
    private final boolean credentials;
    private final String maxAge;

    /**
     * With the origins of the configuration.
     *
     * @throws IllegalArgumentException if any origin were let in with credentials
     */
    public Cors(HttpConfig config) {
        this.origins = new HashSet<>(config.cors().origins().orElse(List.of()));
        this.anyOrigin = origins.contains(ANY);
        this.credentials = config.cors().credentials();
        this.maxAge = Long.toString(config.cors().maxAge().toSeconds());
        if (anyOrigin && credentials) {
            throw new IllegalArgumentException(
                    "isocenter.http.cors.origins: with isocenter.http.cors.credentials origins have to be named, not *");
        }
    }

    void register(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::handle, BEFORE_ALL_ELSE);
        }
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        String origin = request.getHeader("Origin");
        if (!anyOrigin) {
            headers.add("Vary", "Origin");
        }
        if (origin == null || !isAllowed(origin)) {
            context.next();
            return;
        }
        headers.set("Access-Control-Allow-Origin", anyOrigin ? ANY : origin);
        if (credentials) {
            headers.set("Access-Control-Allow-Credentials", "true");
        }
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method")) {
            allow(request, headers);
            context.response().setStatusCode(204).end();
            return;
        }
        headers.set("Access-Control-Expose-Headers", EXPOSED);
        context.next();
    }

    private boolean isAllowed(String origin) {
        return anyOrigin || origins.contains(origin);
    }

    /** Answers what a browser asks before a request. */
    private void allow(HttpServerRequest request, MultiMap headers) {
        headers.set("Access-Control-Allow-Methods", METHODS);
        String wanted = request.getHeader("Access-Control-Request-Headers");
        if (wanted != null && wanted.matches("[A-Za-z0-9_,\\- ]*")) {
            headers.set("Access-Control-Allow-Headers", wanted);
        }
        headers.set("Access-Control-Max-Age", maxAge);
    }
}
