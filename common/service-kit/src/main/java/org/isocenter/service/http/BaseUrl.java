/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.service.config.HttpConfig;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;

/**
 * Under which address a client reaches this service, so that links in answers lead back through the proxies in front of it:
 * the configured public URL if there is one, else what a trusted proxy says ({@link ForwardedRequest}), else the Host header.
 * Thread-safe.
 */
@ApplicationScoped
public class BaseUrl {

    private final Optional<String> publicUrl;
    private final TrustedProxies trusted;

    /**
     * With the configured public URL, if any.
     *
     * @throws IllegalArgumentException if a trusted proxy is no address
     */
    public BaseUrl(HttpConfig config) {
        this.publicUrl = config.baseUrl().map(url -> url.replaceAll("/+$", ""));
        this.trusted = TrustedProxies.of(config.trustedProxies());
    }

    /** A mistake in the configuration stops the start, not the first request. */
    void check(@Observes StartupEvent start) {
        // made by now
    }

    /** Scheme, host, port if it is not the scheme's own, and path prefix, without a slash at the end. */
    public String of(HttpServerRequest request) {
        String host =
                request.authority() == null ? "localhost" : request.authority().toString();
        String peer =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return of(request.isSSL() ? "https" : "http", host, peer == null ? "" : peer, request.headers()::getAll);
    }

    /** As {@link #of(HttpServerRequest)}, with {@code headers} giving all values of a header. */
    String of(String requestScheme, String requestHost, String peer, Function<String, List<String>> headers) {
        if (publicUrl.isPresent()) {
            return publicUrl.get();
        }
        if (!trusted.contains(peer)) {
            return url(requestScheme, requestHost, "");
        }
        ForwardedRequest forwarded = ForwardedRequest.of(trusted, headers);
        return url(forwarded.scheme().orElse(requestScheme), forwarded.host().orElse(requestHost), forwarded.prefix());
    }

    private static String url(String scheme, String host, String prefix) {
        return scheme.toLowerCase(Locale.ROOT) + "://" + withoutDefaultPort(scheme, host) + prefix;
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String port = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }
}
