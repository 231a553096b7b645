/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.service.http.DicomWeb;

import io.vertx.core.http.HttpServerRequest;

/** The header Link (RFC 8288) that leads to the next page: the same request, but from a place on instead of an offset. */
final class NextPage {

    /** Longer ones could make headers too large for a client that never asked for them. */
    private static final int MAX_LENGTH = 4096;

    private NextPage() {}

    /**
     * The header's value; empty if it would be too long.
     *
     * @param root the address of DICOMweb, as clients reach it
     * @param cursor the place
     */
    static Optional<String> link(HttpServerRequest request, String root, String cursor) {
        String path = request.path().substring(request.path().indexOf(DicomWeb.ROOT) + DicomWeb.ROOT.length());
        List<String> parameters = new ArrayList<>();
        if (request.query() != null) {
            for (String each : request.query().split("&")) {
                if (!each.isEmpty()
                        && !isNamed(each, SearchParameters.OFFSET)
                        && !isNamed(each, SearchParameters.AFTER)) {
                    parameters.add(each);
                }
            }
        }
        parameters.add(SearchParameters.AFTER + "=" + cursor);
        String link = "<" + root + path + "?" + encoded(String.join("&", parameters)) + ">; rel=\"next\"";
        return link.length() > MAX_LENGTH ? Optional.empty() : Optional.of(link);
    }

    private static boolean isNamed(String parameter, String name) {
        return parameter.equals(name) || parameter.startsWith(name + "=");
    }

    /** As it came, but for what would end the address or the header. */
    private static String encoded(String query) {
        StringBuilder encoded = new StringBuilder(query.length());
        for (byte each : query.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            if (each <= ' ' || each == '<' || each == '>' || each == '"' || each == '\\' || each == 0x7F) {
                encoded.append(String.format("%%%02X", each & 0xFF));
            } else {
                encoded.append((char) each);
            }
        }
        return encoded.toString();
    }
}
