/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What trusted proxies say a client asked for: Forwarded (RFC 7239), or X-Forwarded-Proto, -Host, -Port and -Prefix. Each proxy adds to
 * the end; so the end is read first, and only as far as whoever added it is trusted: what a client invented is not.
 *
 * @param scheme {@code http} or {@code https}
 * @param host with a port or not
 * @param prefix of the path that a proxy took away, empty or with a slash at its start
 */
record ForwardedRequest(Optional<String> scheme, Optional<String> host, String prefix) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    /**
     * Reads the headers of a request that a trusted proxy sent.
     *
     * @param headers all values of a header
     */
    static ForwardedRequest of(TrustedProxies trusted, Function<String, List<String>> headers) {
        List<String> elements = list(headers.apply("Forwarded"));
        String prefix = outermost(list(headers.apply("X-Forwarded-Prefix")), Integer.MAX_VALUE)
                .map(value -> value.replaceAll("/+$", ""))
                .filter(value -> PREFIX.matcher(value).matches())
                .orElse("");
        return elements.isEmpty() ? ofSeparate(trusted, headers, prefix) : ofForwarded(trusted, elements, prefix);
    }

    /** Who sent the request to each proxy, as that proxy says; the last one's word stands last. */
    static List<String> clients(Function<String, List<String>> headers) {
        List<String> elements = list(headers.apply("Forwarded"));
        return elements.isEmpty()
                ? list(headers.apply("X-Forwarded-For"))
                : elements.stream()
                        .map(element -> pairs(element).getOrDefault("for", ""))
                        .toList();
    }

    private static ForwardedRequest ofForwarded(TrustedProxies trusted, List<String> elements, String prefix) {
        Optional<String> scheme = Optional.empty();
        Optional<String> host = Optional.empty();
        boolean isTrusted = true;
        for (int i = elements.size() - 1; i >= 0 && isTrusted; i--) {
            Map<String, String> pairs = pairs(elements.get(i));
            scheme = Optional.ofNullable(pairs.get("proto"))
                    .filter(ForwardedRequest::isScheme)
                    .or(latest(scheme));
            host = Optional.ofNullable(pairs.get("host"))
                    .filter(value -> HOST.matcher(value).matches())
                    .or(latest(host));
            isTrusted = trusted.contains(pairs.getOrDefault("for", ""));
        }
        return new ForwardedRequest(scheme, host, prefix);
    }

    private static Supplier<Optional<String>> latest(Optional<String> value) {
        return () -> value;
    }

    private static Map<String, String> pairs(String element) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : QuotedText.split(element, ';')) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.putIfAbsent(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        QuotedText.unquote(pair.substring(equals + 1).strip()));
            }
        }
        return pairs;
    }

    private static ForwardedRequest ofSeparate(
            TrustedProxies trusted, Function<String, List<String>> headers, String prefix) {
        List<String> clients = clients(headers);
        int hops = 1;
        while (hops <= clients.size() && trusted.contains(clients.get(clients.size() - hops))) {
            hops++;
        }
        Optional<String> port = outermost(list(headers.apply("X-Forwarded-Port")), hops)
                .filter(value -> PORT.matcher(value).matches());
        Optional<String> host = outermost(list(headers.apply("X-Forwarded-Host")), hops)
                .map(value -> port.isPresent() && !value.matches(".*:\\d+") ? value + ":" + port.get() : value)
                .filter(value -> HOST.matcher(value).matches());
        Optional<String> scheme =
                outermost(list(headers.apply("X-Forwarded-Proto")), hops).filter(ForwardedRequest::isScheme);
        return new ForwardedRequest(scheme, host, prefix);
    }

    /** What the trusted proxy nearest to the client said: each of so many adds a value, or the last one writes one for all. */
    private static Optional<String> outermost(List<String> values, int hops) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(Math.max(0, values.size() - hops)));
    }

    private static boolean isScheme(String value) {
        return value.equalsIgnoreCase("http") || value.equalsIgnoreCase("https");
    }

    private static List<String> list(List<String> values) {
        List<String> elements = new ArrayList<>();
        for (String value : values) {
            QuotedText.split(value, ',').stream()
                    .map(String::strip)
                    .filter(element -> !element.isEmpty())
                    .forEach(elements::add);
        }
        return elements;
    }
}
