/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

/**
 * Which Kafka cluster, and how it is used.
 *
 * @param bootstrapServers brokers to begin with, {@code host:port[,host:port...]}
 * @param topicPrefix what the names of the topics begin with: {@code isocenter} gives {@code isocenter.instances}
 * @param partitions of topics that are made; at least the most replicas that a service will have
 * @param replicationFactor of topics that are made
 */
public record KafkaSettings(String bootstrapServers, String topicPrefix, int partitions, int replicationFactor) {

    String instancesTopic() {
        return topicPrefix + ".instances";
    }

    String studiesTopic() {
        return topicPrefix + ".studies";
    }

    String deadTopic() {
        return topicPrefix + ".dead";
    }
}
