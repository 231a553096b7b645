/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How Kafka is reached. */
@ConfigMapping(prefix = "isocenter.kafka")
public interface KafkaConfig {

    /** Brokers to begin with, {@code host:port} separated by commas. */
    @WithDefault("127.0.0.1:9092")
    String bootstrapServers();

    /** Topics are named by it: {@code isocenter.instances}. */
    @WithDefault("isocenter")
    String topicPrefix();

    /** Copies of each partition when topics are created: 1 for one broker, 3 for a cluster. */
    @WithDefault("1")
    int replicationFactor();

    /** Partitions of topics that are created; at least the most replicas that a service will have. */
    @WithDefault("24")
    int partitions();

    /**
     * After this time an event was not taken, and its instance is refused; at least 3 s. With three brokers longer than they need to
     * do without one: 12 s.
     */
    @WithDefault("3s")
    Duration deliveryTimeout();
}
