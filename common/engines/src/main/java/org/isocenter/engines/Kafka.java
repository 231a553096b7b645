/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A broker of Apache Kafka, which is its own controller (KRaft). */
public final class Kafka extends Engine {

    private static final String NAME = "kafka";
    private static final long FOLDER = 0x49736f63656e7472L;
    private static final String CLUSTER_ID = "SXNvY2VudGVyS2Fma2ExMQ";

    /** ApiVersions, version 0, without a client's name: a broker answers it as soon as it takes requests. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    private final int port;

    private Kafka(ChildJvm child, int port) {
        super(child);
        this.port = port;
    }

    static Kafka of(EngineOptions options, int node, EnginePorts ports) {
        String name = options.name(NAME, node);
        Path data = options.data(name);
        int port = ports.kafka(node);
        Path configuration = ConfigurationFile.write(
                data.resolve("conf").resolve("server.properties"),
                "kafka.properties",
                Map.of(
                        "node",
                        node,
                        "data",
                        data.resolve("log"),
                        "port",
                        port,
                        "controllerPort",
                        ports.kafkaController(node),
                        "controllers",
                        controllers(options, ports, each -> "127.0.0.1:" + ports.kafkaController(each)),
                        "replicationFactor",
                        options.replicationFactor(),
                        "quorum",
                        options.quorum(),
                        "flush",
                        switch (options.durability()) {
                            case POWER ->
                                "log.flush.interval.messages=1\nlog.flush.interval.ms=500\nlog.flush.scheduler.interval.ms=200";
                            case PROCESS -> "";
                        }));
        Path logging = ConfigurationFile.write(
                data.resolve("conf").resolve("log4j.properties"), "kafka-log4j.properties", Map.of());
        ChildJvm child = new ChildJvm(
                name,
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
                CLUSTER_ID,
                controllers(
                        options,
                        ports,
                        each -> each + "@127.0.0.1:" + ports.kafkaController(each) + ":" + folder(each)));
        return new Kafka(child, port);
    }

    private static String controllers(EngineOptions options, EnginePorts ports, IntFunction<String> entry) {
        return IntStream.rangeClosed(1, options.nodes()).mapToObj(entry).collect(Collectors.joining(","));
    }

    /** The identifier of a node's log folder, by which its peers know it before it is formatted. */
    private static String folder(int node) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(FOLDER).putLong(node);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** {@code host:port} of the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public List<String> addresses() {
        return List.of("kafka " + bootstrapServers());
    }

    @Override
    public boolean isReady() {
        return Ports.replies(Ports.host(1), port, API_VERSIONS);
    }
}
