/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What the front itself answers when it passes nothing on (RFC 9457). */
final class Problems {

    private static final String RETRY_SECONDS = "2";

    private Problems() {}

    static void write(HttpServerRequest request, int status, String detail) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        if (status == HttpResponseStatus.SERVICE_UNAVAILABLE.code()) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        // what is left of the body is not read: the connection is of no more use
        boolean unread = !request.isEnded();
        if (unread) {
            response.putHeader("Connection", "close");
        }
        response.end(new JsonObject()
                        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer())
                .onComplete(done -> {
                    if (unread) {
                        request.connection().close();
                    }
                });
    }
}
