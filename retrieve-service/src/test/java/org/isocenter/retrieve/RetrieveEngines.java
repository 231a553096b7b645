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

import org.isocenter.testkit.service.EngineKeys;

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
        Map<String, String> config = EngineKeys.of("retrieve");
        config.put("isocenter.move.destinations.STORESCP", "127.0.0.1:" + freePort());
        config.put("isocenter.move.destinations.ABSENT", "127.0.0.1:" + freePort());
        config.put("isocenter.http.cors.origins", "https://viewer.example.org");
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
