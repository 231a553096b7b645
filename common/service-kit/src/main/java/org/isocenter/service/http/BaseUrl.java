/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.service.config.HttpConfig;

import io.vertx.core.http.HttpServerRequest;

/**
 * Under which address a client reaches this service, so that links in answers lead back through the proxies in front of it:
 * the configured base URL if there is one, else what the headers Forwarded (RFC 7239) or X-Forwarded-Proto, -Host, -Port and
 * -Prefix say, else the Host header. Thread-safe.
 */
@ApplicationScoped
public class BaseUrl {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private final HttpConfig config;

    /** With the configured base URL, if any. */
    public BaseUrl(HttpConfig config) {
        this.config = config;
    }

    /** Scheme, host, port if it is not the scheme's own, and path prefix, without a slash at the end. */
    public String of(HttpServerRequest request) {
        String host =
                request.authority() == null ? "localhost" : request.authority().toString();
        return of(request.isSSL() ? "https" : "http", host, request::getHeader);
    }

    /** As {@link #of(HttpServerRequest)}, with {@code header} giving a header's value or null. */
    String of(String requestScheme, String requestHost, UnaryOperator<String> header) {
        Optional<String> fixed = config.baseUrl();
        if (fixed.isPresent()) {
            return fixed.get().replaceAll("/+$", "");
        }
        String scheme = requestScheme;
        String host = requestHost;
        String prefix = "";
        if (config.trustForwarded()) {
            scheme = forwarded(header, "proto")
                    .or(() -> first(header.apply("X-Forwarded-Proto")))
                    .filter(value -> value.equalsIgnoreCase("http") || value.equalsIgnoreCase("https"))
                    .orElse(scheme);
            host = forwarded(header, "host")
                    .or(() -> xForwardedHost(header))
                    .filter(value -> HOST.matcher(value).matches())
                    .orElse(host);
            prefix = first(header.apply("X-Forwarded-Prefix"))
                    .map(value -> value.replaceAll("/+$", ""))
                    .filter(value -> PREFIX.matcher(value).matches())
                    .orElse("");
        }
        return scheme.toLowerCase(Locale.ROOT) + "://" + withoutDefaultPort(scheme, host) + prefix;
    }

    private static Optional<String> forwarded(UnaryOperator<String> header, String name) {
        return first(header.apply("Forwarded")).flatMap(element -> QuotedText.split(element, ';').stream()
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(pair -> QuotedText.unquote(pair.substring(name.length() + 1)))
                .findFirst());
    }

    private static Optional<String> xForwardedHost(UnaryOperator<String> header) {
        Optional<String> port = first(header.apply("X-Forwarded-Port"));
        return first(header.apply("X-Forwarded-Host"))
                .map(host -> port.isPresent() && !host.matches(".*:\\d+") ? host + ":" + port.get() : host);
    }

    /** What the proxy nearest to the client said stands first. */
    private static Optional<String> first(String value) {
        return Optional.ofNullable(value)
                .map(text -> QuotedText.split(text, ',').get(0).strip())
                .filter(text -> !text.isEmpty());
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String port = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }
}
