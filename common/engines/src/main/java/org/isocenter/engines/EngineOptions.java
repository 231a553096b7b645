/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Path;

/**
 * How engines are started.
 *
 * @param directory where their data and logs are kept
 * @param durability what acknowledged writes survive
 * @param watchedPid the process whose end ends the engines; 0 for this one
 * @param s3 whether an S3 server is wanted
 * @param nodes Cassandra nodes and Kafka brokers; more than one share the addresses 127.0.0.1, 127.0.0.2 and so on
 */
public record EngineOptions(Path directory, Durability durability, long watchedPid, boolean s3, int nodes) {

    public EngineOptions {
        directory = directory.toAbsolutePath();
        if (nodes < 1) {
            throw new IllegalArgumentException("at least one node");
        }
    }

    /** With one node of each engine. */
    public EngineOptions(Path directory, Durability durability, long watchedPid, boolean s3) {
        this(directory, durability, watchedPid, s3, 1);
    }

    /** The name of an engine's node, the first of which is 1. */
    String name(String engine, int node) {
        return nodes == 1 ? engine : engine + "-" + node;
    }

    /** Copies of what is kept. */
    int replicationFactor() {
        return Math.min(3, nodes);
    }

    /** Copies without which nothing is acknowledged. */
    int quorum() {
        return replicationFactor() / 2 + 1;
    }

    Path data(String name) {
        return directory.resolve(name);
    }

    /** Locked by the process of that name as long as it lives. */
    Path lock(String name) {
        return directory.resolve("run").resolve(name + ".lock");
    }

    Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }
}
