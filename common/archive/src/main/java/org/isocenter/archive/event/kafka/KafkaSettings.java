/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;

/**
 * Which Kafka cluster, and how it is used.
 *
 * @param bootstrapServers brokers to begin with, {@code host:port[,host:port...]}
 * @param topicPrefix what the names of the topics begin with: {@code isocenter} gives {@code isocenter.instances}
 * @param partitions of topics that are made; at least the most replicas that a service will have
 * @param replicationFactor of topics that are made
 * @param deliveryTimeout after which an event was not taken, at least 3 s; with several brokers longer than they need to do
 *     without one of them
 */
public record KafkaSettings(
        String bootstrapServers, String topicPrefix, int partitions, int replicationFactor, Duration deliveryTimeout) {

    /** Longer than one request is waited for. */
    private static final Duration LEAST = Duration.ofSeconds(3);

    public KafkaSettings {
        if (deliveryTimeout.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("isocenter.kafka.delivery-timeout: at least 3s");
        }
    }

    /** With the shortest time of delivery. */
    public KafkaSettings(String bootstrapServers, String topicPrefix, int partitions, int replicationFactor) {
        this(bootstrapServers, topicPrefix, partitions, replicationFactor, LEAST);
    }

    String instancesTopic() {
        return topicPrefix + ".instances";
    }

    String studiesTopic() {
        return topicPrefix + ".studies";
    }

    String deadTopic() {
        return topicPrefix + ".dead";
    }

    String workitemsTopic() {
        return topicPrefix + ".workitems";
    }
}
