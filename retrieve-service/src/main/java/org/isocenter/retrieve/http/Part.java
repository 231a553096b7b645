/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.isocenter.retrieve.content.Content;

/**
 * A part of a body.
 *
 * @param contentType its media type with its transfer syntax
 * @param location its own address, for Content-Location
 * @param content its bytes
 */
record Part(String contentType, String location, Content content) {

    /** The headers, always in the same order. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Content-Location", location);
        return headers;
    }
}
