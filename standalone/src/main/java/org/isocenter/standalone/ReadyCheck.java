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
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the archive over HTTP whether it is ready, as a load balancer does. */
final class ReadyCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final long POLL_MILLIS = 250;

    /** In the health of the index. */
    private static final Pattern STUDIES = Pattern.compile("\"studies\"\\s*:\\s*(\\d{1,18})");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;

    ReadyCheck(String host, int port) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        request = HttpRequest.newBuilder(URI.create("http://" + name + ":" + port + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    /**
     * Waits for a yes; {@link StartException} with the last answer when the limit passes without one, and without the index of
     * studies having grown.
     *
     * @param indexed is told of the number of studies in an index that is being built
     */
    void await(Duration limit, LongConsumer indexed) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "no answer";
        long studies = 0;
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return;
                }
                last = response.statusCode() + " " + response.body();
                Matcher found = STUDIES.matcher(response.body());
                if (found.find() && Long.parseLong(found.group(1)) > studies) {
                    studies = Long.parseLong(found.group(1));
                    deadline = System.nanoTime() + limit.toNanos();
                    indexed.accept(studies);
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new StartException("the services were not ready after " + limit.toSeconds() + " s: " + last);
    }
}
