/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Headers on their way through the front. */
final class Headers {

    private static final String FORWARDED = "Forwarded";

    /** RFC 9110 7.6.1: meant for the next hop only. Expect is answered by the front. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private Headers() {}

    /** Copies what is meant for the other end. */
    static void copyEndToEnd(MultiMap from, MultiMap to) {
        Set<String> perConnection = from.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
        for (Map.Entry<String, String> each : from) {
            String name = each.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !perConnection.contains(name)) {
                to.add(each.getKey(), each.getValue());
            }
        }
    }

    /** Says for whom and under which name the request is passed on (RFC 7239), after what proxies before us said. */
    static void addForwarded(HttpServerRequest request, MultiMap to) {
        String own = forwarded(
                request.remoteAddress(), request.getHeader(HttpHeaders.HOST), request.isSSL() ? "https" : "http");
        String before = String.join(", ", request.headers().getAll(FORWARDED));
        to.set(FORWARDED, before.isEmpty() ? own : before + ", " + own);
    }

    private static String forwarded(SocketAddress client, String host, String scheme) {
        StringBuilder text = new StringBuilder("for=").append(node(client));
        if (host != null) {
            text.append(";host=\"")
                    .append(host.replace("\\", "").replace("\"", ""))
                    .append('"');
        }
        return text.append(";proto=").append(scheme).toString();
    }

    /** RFC 7239 6: an IPv6 address stands in brackets and quotes. */
    private static String node(SocketAddress client) {
        String address = client == null ? null : client.hostAddress();
        if (address == null) {
            return "unknown";
        }
        return address.contains(":") ? "\"[" + address + "]\"" : address;
    }
}
