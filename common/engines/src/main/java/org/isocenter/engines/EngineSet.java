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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The engines of one machine. Their ports stay the same as long as their data do. */
public final class EngineSet implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);
    private static final List<String> NAMES = List.of("cassandra", "kafka", "s3");

    private final Cassandra cassandra;
    private final Kafka kafka;
    private final Optional<S3> s3;

    private EngineSet(Cassandra cassandra, Kafka kafka, Optional<S3> s3) {
        this.cassandra = cassandra;
        this.kafka = kafka;
        this.s3 = s3;
    }

    /** Starts the processes and returns at once; {@link #awaitReady} waits for them. */
    public static EngineSet launch(EngineOptions options) {
        for (String each : NAMES) {
            EngineLock.awaitFree(options.lock(each));
        }
        Properties ports = ports(options.directory().resolve("ports.properties"));
        EngineSet engines = new EngineSet(
                Cassandra.of(options, port(ports, "cassandra")),
                Kafka.of(options, port(ports, "kafka"), port(ports, "kafka.controller")),
                options.s3() ? Optional.of(S3.of(options, port(ports, "s3"))) : Optional.empty());
        engines.all().forEach(Engine::start);
        return engines;
    }

    /** Starts the engines and waits until all of them serve. */
    public static EngineSet start(EngineOptions options) {
        EngineSet engines = launch(options);
        try {
            engines.awaitReady(name -> {});
            return engines;
        } catch (EngineException e) {
            engines.close();
            throw e;
        }
    }

    /** Waits until all of them serve, and tells of each when it does. */
    public void awaitReady(Consumer<String> listener) {
        kafka.awaitReady(READY);
        listener.accept("Kafka");
        s3.ifPresent(each -> {
            each.awaitReady(READY);
            listener.accept("S3 server");
        });
        cassandra.awaitReady(READY);
        listener.accept("Cassandra");
    }

    /** Ports as chosen when the data folder was made, so that a restart finds the same cluster; taken ones are replaced. */
    private static Properties ports(Path file) {
        Properties ports = new Properties();
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    ports.load(in);
                }
            }
            for (String each : new String[] {"cassandra", "kafka", "kafka.controller", "s3"}) {
                String known = ports.getProperty(each);
                if (known == null || Ports.answers(Integer.parseInt(known))) {
                    ports.setProperty(each, String.valueOf(Ports.free()));
                }
            }
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                ports.store(out, null);
            }
        } catch (IOException e) {
            throw new EngineException("the ports cannot be kept in " + file, e);
        }
        return ports;
    }

    private static int port(Properties ports, String name) {
        return Integer.parseInt(ports.getProperty(name));
    }

    /** All engines of the set. */
    public List<Engine> all() {
        return Stream.concat(Stream.of(cassandra, kafka), s3.stream()).toList();
    }

    public Cassandra cassandra() {
        return cassandra;
    }

    public Kafka kafka() {
        return kafka;
    }

    /** The S3 server, if one was wanted. */
    public Optional<S3> s3() {
        return s3;
    }

    /** Ends all engines in order. */
    @Override
    public void close() {
        all().parallelStream().forEach(Engine::stop);
    }
}
