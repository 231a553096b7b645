/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.time.Duration;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The engines from their official images, by Testcontainers; they end with the JVM that started them. */
final class ContainerEngines {

    private static final DockerImageName CASSANDRA = DockerImageName.parse("cassandra:5.0");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.0");
    private static final DockerImageName MINIO = DockerImageName.parse("minio/minio:latest");
    private static final String ACCESS_KEY = "isocenter";
    private static final String SECRET_KEY = "isocenter-for-tests";

    private ContainerEngines() {}

    static EngineAddresses start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new EngineException("-Dengines=containers needs a Docker engine, and none answers");
        }
        GenericContainer<?> cassandra = new GenericContainer<>(CASSANDRA)
                .withExposedPorts(9042)
                .withEnv("JVM_EXTRA_OPTS", "-Dcassandra.skip_wait_for_gossip_to_settle=0 -Dcassandra.ring_delay_ms=0")
                .waitingFor(Wait.forListeningPort().withStartupTimeout(Duration.ofMinutes(3)));
        int kafkaPort = Ports.free();
        GenericContainer<?> kafka = new GenericContainer<>(KAFKA)
                .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
                .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + kafkaPort)
                .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                .withEnv("KAFKA_NODE_ID", "1")
                .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", "8388608")
                .waitingFor(Wait.forListeningPort());
        kafka.setPortBindings(java.util.List.of("127.0.0.1:" + kafkaPort + ":9092"));
        GenericContainer<?> minio = new GenericContainer<>(MINIO)
                .withExposedPorts(9000)
                .withEnv("MINIO_ROOT_USER", ACCESS_KEY)
                .withEnv("MINIO_ROOT_PASSWORD", SECRET_KEY)
                .withCommand("server", "/data")
                .waitingFor(Wait.forHttp("/minio/health/ready").forPort(9000));
        cassandra.start();
        kafka.start();
        minio.start();
        return new EngineAddresses(
                cassandra.getHost() + ":" + cassandra.getMappedPort(9042),
                "127.0.0.1:" + kafkaPort,
                "http://" + minio.getHost() + ":" + minio.getMappedPort(9000),
                ACCESS_KEY,
                SECRET_KEY);
    }
}
