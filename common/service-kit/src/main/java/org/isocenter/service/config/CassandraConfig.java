/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How Cassandra is reached. */
@ConfigMapping(prefix = "isocenter.cassandra")
public interface CassandraConfig {

    /** Nodes to begin with, {@code host:port} each. */
    @WithDefault("127.0.0.1:9042")
    List<String> contactPoints();

    /** Name of the data centre whose quorum acknowledges. */
    @WithDefault("datacenter1")
    String localDatacenter();

    /** Keyspace; created if it does not exist. */
    @WithDefault("isocenter")
    String keyspace();

    /** Copies of each row in the data centre when the keyspace is created: 1 for one node, 3 for a cluster. */
    @WithDefault("1")
    int replicationFactor();

    /** After this time a statement has failed. */
    @WithDefault("3s")
    Duration requestTimeout();
}
