/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;

import io.quarkus.test.junit.QuarkusTestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The service on real engines, in a keyspace, topics and buckets of its own. */
public class EnginesProfile implements QuarkusTestProfile {

    private static final Duration READY = Duration.ofSeconds(90);

    @Override
    public Map<String, String> getConfigOverrides() {
        EngineAddresses engines = SharedEngines.get();
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Map<String, String> keys = new HashMap<>();
        keys.put("isocenter.cassandra.contact-points", engines.cassandra());
        keys.put("isocenter.cassandra.keyspace", "lifecycle_" + mark);
        keys.put("isocenter.kafka.bootstrap-servers", engines.kafka());
        keys.put("isocenter.kafka.topic-prefix", "lifecycle-" + mark);
        keys.put("isocenter.kafka.partitions", "2");
        keys.put("isocenter.objects.bucket-prefix", "lifecycle-" + mark);
        keys.put("isocenter.objects.kind", "s3");
        keys.put("isocenter.objects.s3.endpoint", engines.s3());
        keys.put("isocenter.objects.s3.access-key", engines.s3AccessKey());
        keys.put("isocenter.objects.s3.secret-key", engines.s3SecretKey());
        keys.put("isocenter.objects.spool-directory", System.getProperty("java.io.tmpdir") + "/spool-" + mark);
        return keys;
    }

    /** Waits for the service's own keyspace and topics, before which nothing is answered. */
    public static void awaitReady(int httpPort) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/q/health/ready"))
                .build();
        long deadline = System.nanoTime() + READY.toNanos();
        int status = 0;
        while (status != 200) {
            assertThat(System.nanoTime()).as("time until ready").isLessThan(deadline);
            try {
                status = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                Thread.sleep(100);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
