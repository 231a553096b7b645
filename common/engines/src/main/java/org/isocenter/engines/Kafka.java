/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker of Apache Kafka, which is its own controller (KRaft). */
public final class Kafka extends Engine {

    private static final String NAME = "kafka";
    private static final String CLUSTER_ID = "SXNvY2VudGVyS2Fma2ExMQ";

    /** ApiVersions, version 0, without a client's name: a broker answers it as soon as it takes requests. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    private final int port;

    private Kafka(ChildJvm child, int port) {
        super(child);
        this.port = port;
    }

    static Kafka of(EngineOptions options, int port, int controllerPort) {
        Path data = options.data(NAME);
        Path configuration = ConfigurationFile.write(
                data.resolve("conf").resolve("server.properties"),
                "kafka.properties",
                Map.of(
                        "data",
                        data.resolve("log"),
                        "port",
                        port,
                        "controllerPort",
                        controllerPort,
                        "flush",
                        switch (options.durability()) {
                            case POWER ->
                                "log.flush.interval.messages=1\nlog.flush.interval.ms=500\nlog.flush.scheduler.interval.ms=200";
                            case PROCESS -> "";
                        }));
        Path logging = ConfigurationFile.write(
                data.resolve("conf").resolve("log4j.properties"), "kafka-log4j.properties", Map.of());
        ChildJvm child = new ChildJvm(
                NAME,
                options,
                List.of(
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Dlog4j.configuration=" + logging.toUri(),
                        "-Dkafka.logs.dir=" + options.directory().resolve("logs")),
                "org.isocenter.engines.child.KafkaMain",
                configuration.toString(),
                CLUSTER_ID);
        return new Kafka(child, port);
    }

    /** {@code host:port} of the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean isReady() {
        return Ports.replies(port, API_VERSIONS);
    }
}
