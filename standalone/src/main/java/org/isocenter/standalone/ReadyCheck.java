/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the archive over HTTP whether it is ready, as a load balancer does. */
final class ReadyCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final long POLL_MILLIS = 250;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;

    ReadyCheck(String host, int port) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        request = HttpRequest.newBuilder(URI.create("http://" + name + ":" + port + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    /** Waits for a yes; {@link StartException} with the last answer when the limit passes. */
    void await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return;
                }
                last = response.statusCode() + " " + response.body();
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new StartException("the services were not ready after " + limit.toSeconds() + " s: " + last);
    }
}
