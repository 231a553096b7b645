/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service at the shared engines, under names that no other test uses. */
public final class RetrieveEngines implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> overrides = new HashMap<>();

    @Override
    public void init(Map<String, String> arguments) {
        overrides.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        EngineAddresses engines = SharedEngines.get();
        String name = "retrieve" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> config = new HashMap<>();
        config.put("isocenter.cassandra.contact-points", engines.cassandra());
        config.put("isocenter.cassandra.keyspace", name);
        config.put("isocenter.kafka.bootstrap-servers", engines.kafka());
        config.put("isocenter.kafka.topic-prefix", name);
        config.put("isocenter.kafka.partitions", "1");
        config.put("isocenter.objects.kind", "s3");
        config.put("isocenter.objects.bucket-prefix", name);
        config.put("isocenter.objects.spool-directory", "target/spool");
        config.put("isocenter.objects.s3.endpoint", engines.s3());
        config.put("isocenter.objects.s3.access-key", engines.s3AccessKey());
        config.put("isocenter.objects.s3.secret-key", engines.s3SecretKey());
        config.put("isocenter.dicom.port", "0");
        config.put("quarkus.http.test-port", "0");
        config.put("isocenter.move.destinations.STORESCP", "127.0.0.1:" + freePort());
        config.put("isocenter.move.destinations.ABSENT", "127.0.0.1:" + freePort());
        config.putAll(overrides);
        return config;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the engines are shared
    }
}
