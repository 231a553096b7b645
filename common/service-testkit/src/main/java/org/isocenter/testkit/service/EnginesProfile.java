/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service on real engines. */
public abstract class EnginesProfile implements QuarkusTestProfile {

    private static final Duration READY = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;

    private final String service;

    /** For the service of the name, lower-case letters. */
    protected EnginesProfile(String service) {
        this.service = service;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return EngineKeys.of(service);
    }

    /** Waits for the service's own keyspace and topics, before which nothing is answered. */
    public static void awaitReady(int httpPort) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/q/health/ready"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + READY.toNanos();
        try {
            while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not ready after " + READY.toSeconds() + " s");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
