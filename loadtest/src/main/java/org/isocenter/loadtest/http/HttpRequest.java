/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request.
 *
 * @param method GET or POST
 * @param path with the query
 * @param headers without Host and Content-Length
 * @param parts that together are the body
 */
public record HttpRequest(String method, String path, Map<String, String> headers, List<byte[]> parts) {

    /** A GET. */
    public static HttpRequest get(String path, String accept) {
        return new HttpRequest("GET", path, Map.of("Accept", accept), List.of());
    }

    /** A POST; the parts together are the body. */
    public static HttpRequest post(String path, String contentType, String accept, List<byte[]> parts) {
        return new HttpRequest("POST", path, Map.of("Accept", accept, "Content-Type", contentType), parts);
    }

    Map<String, String> allHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (method.equals("POST")) {
            long length = 0;
            for (byte[] part : parts) {
                length += part.length;
            }
            all.put("Content-Length", Long.toString(length));
        }
        return all;
    }
}
