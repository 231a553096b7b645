/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.service.config.HttpConfig;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds how many requests of one client are answered at a time, so that one that asks for everything at once leaves room for the
 * others: what is beyond is answered with 429 and when to come again. A client is an address; that of a trusted proxy, which may
 * speak for many, is not bounded. Thread-safe.
 */
@ApplicationScoped
public class ClientLimit {

    /** After {@link Cors}, whose headers a page needs to read the refusal. */
    private static final int BEFORE_THE_ROUTES = 200;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final int limit;
    private final TrustedProxies trusted;
    private final ObjectMapper json;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** With the bound of the configuration. */
    public ClientLimit(HttpConfig config, ObjectMapper json) {
        this.limit = config.maxRequestsPerClient();
        this.trusted = TrustedProxies.of(config.trustedProxies());
        this.json = json;
        if (limit < 0) {
            throw new IllegalArgumentException(
                    "isocenter.http.max-requests-per-client: has to be 0 for no bound, or more: " + limit);
        }
    }

    void register(@Observes Filters filters) {
        if (limit > 0) {
            filters.register(this::handle, BEFORE_THE_ROUTES);
        }
    }

    private void handle(RoutingContext context) {
        Optional<String> client = client(context.request());
        if (client.isEmpty()) {
            context.next();
        } else if (enter(client.get())) {
            context.addEndHandler(ended -> leave(client.get()));
            context.next();
        } else {
            ProblemAnswer.write(
                    context.response(),
                    Problem.of(429, "More requests of one client than are answered at a time: " + limit)
                            .withRetryAfter(SOON),
                    json);
        }
    }

    private Optional<String> client(HttpServerRequest request) {
        return request.remoteAddress() == null || request.remoteAddress().hostAddress() == null
                ? Optional.empty()
                : ClientAddress.of(trusted, request.remoteAddress().hostAddress(), request.headers()::getAll);
    }

    /** Counts a request of a client; false, and not counted, if it has too many. */
    boolean enter(String client) {
        boolean hasRoom = open.merge(client, 1, Integer::sum) <= limit;
        if (!hasRoom) {
            leave(client);
        }
        return hasRoom;
    }

    /** A request of the client has been answered, or its client has gone. */
    void leave(String client) {
        open.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
    }
}
