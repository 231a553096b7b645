/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Ports as chosen when the data folder was made, so that a restart finds the same cluster; taken ones are replaced. */
final class EnginePorts {

    private final Properties ports;

    private EnginePorts(Properties ports) {
        this.ports = ports;
    }

    /** The ports of the engines on a folder: known ones are kept unless somebody else listens there. */
    static EnginePorts of(EngineOptions options) {
        Path file = options.directory().resolve("ports.properties");
        Properties ports = new Properties();
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    ports.load(in);
                }
            }
            choose(ports, "cassandra", options.nodes());
            choose(ports, "cassandra.storage", options.nodes());
            for (int node = 1; node <= options.nodes(); node++) {
                choose(ports, key("kafka", node), 1);
                choose(ports, key("kafka.controller", node), 1);
            }
            choose(ports, "s3", 1);
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                ports.store(out, null);
            }
        } catch (IOException e) {
            throw new EngineException("the ports cannot be kept in " + file, e);
        }
        return new EnginePorts(ports);
    }

    private static void choose(Properties ports, String key, int addresses) {
        String known = ports.getProperty(key);
        if (known == null || isTaken(Integer.parseInt(known), addresses)) {
            ports.setProperty(key, String.valueOf(Ports.free(addresses)));
        }
    }

    private static boolean isTaken(int port, int addresses) {
        for (int node = 1; node <= addresses; node++) {
            if (Ports.answers(Ports.host(node), port)) {
                return true;
            }
        }
        return false;
    }

    /** The first node bears no number, so that a folder of a single node keeps its ports. */
    private static String key(String name, int node) {
        return node == 1 ? name : name + "." + node;
    }

    private int port(String key) {
        return Integer.parseInt(ports.getProperty(key));
    }

    /** The CQL port, the same at the address of each node. */
    int cassandra() {
        return port("cassandra");
    }

    /** The port between nodes, the same at the address of each. */
    int cassandraStorage() {
        return port("cassandra.storage");
    }

    int kafka(int node) {
        return port(key("kafka", node));
    }

    int kafkaController(int node) {
        return port(key("kafka.controller", node));
    }

    int s3() {
        return port("s3");
    }
}
