/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.util.Map;

/**
 * The answer to a request, without its body.
 *
 * @param status of the answer
 * @param bodyLength bytes of the body, without the framing of chunks
 * @param headers by their names in lower case
 */
public record HttpResult(int status, long bodyLength, Map<String, String> headers) {

    /** Takes the headers over. */
    public HttpResult {
        headers = Map.copyOf(headers);
    }
}
