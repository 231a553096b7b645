/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The engines of one machine. Their ports stay the same as long as their data do. */
public final class EngineSet implements AutoCloseable {

    private static final Duration READY_ALONE = Duration.ofSeconds(120);

    private final List<Cassandra> cassandra;
    private final List<Kafka> kafka;
    private final Optional<S3> s3;
    private final Duration ready;
    private volatile boolean closed;

    private EngineSet(EngineOptions options, EnginePorts ports) {
        // several share the cores of one machine
        ready = READY_ALONE.multipliedBy(options.nodes());
        cassandra = IntStream.rangeClosed(1, options.nodes())
                .mapToObj(node -> Cassandra.of(options, node, ports))
                .toList();
        kafka = IntStream.rangeClosed(1, options.nodes())
                .mapToObj(node -> Kafka.of(options, node, ports))
                .toList();
        s3 = options.s3() ? Optional.of(S3.of(options, ports.s3())) : Optional.empty();
    }

    /** Starts the processes and returns at once; {@link #awaitReady} waits for them. */
    public static EngineSet launch(EngineOptions options) {
        for (int node = 1; node <= options.nodes(); node++) {
            EngineLock.awaitFree(options.lock(options.name("cassandra", node)));
            EngineLock.awaitFree(options.lock(options.name("kafka", node)));
        }
        EngineLock.awaitFree(options.lock("s3"));
        EngineSet engines = new EngineSet(options, EnginePorts.of(options));
        engines.all().stream().filter(each -> !engines.isFurtherNode(each)).forEach(Engine::start);
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

    /**
     * Waits until all of them serve, and tells of each kind when it does. Cassandra's nodes join one after the other: two that
     * make the system's tables at once may make them differently.
     */
    public void awaitReady(Consumer<String> listener) {
        kafka.forEach(each -> each.awaitReady(ready));
        listener.accept("Kafka");
        s3.ifPresent(each -> {
            each.awaitReady(ready);
            listener.accept("S3 server");
        });
        for (Cassandra each : cassandra) {
            if (isFurtherNode(each) && !closed) {
                each.start();
            }
            each.awaitReady(ready);
        }
        listener.accept("Cassandra");
    }

    /** A node of Cassandra that needs the first one to join. */
    private boolean isFurtherNode(Engine engine) {
        return engine instanceof Cassandra && engine != cassandra.get(0);
    }

    /** All engines of the set. */
    public List<Engine> all() {
        return Stream.<Stream<? extends Engine>>of(cassandra.stream(), kafka.stream(), s3.stream())
                .flatMap(each -> each)
                .map(Engine.class::cast)
                .toList();
    }

    /** The first node. */
    public Cassandra cassandra() {
        return cassandra.get(0);
    }

    /** {@code host:port} of every node, separated by commas. */
    public String contactPoints() {
        return cassandra.stream().map(Cassandra::contactPoint).collect(Collectors.joining(","));
    }

    /** The first broker. */
    public Kafka kafka() {
        return kafka.get(0);
    }

    /** {@code host:port} of every broker, separated by commas. */
    public String bootstrapServers() {
        return kafka.stream().map(Kafka::bootstrapServers).collect(Collectors.joining(","));
    }

    /** The S3 server, if one was wanted. */
    public Optional<S3> s3() {
        return s3;
    }

    /** Ends all engines in order. */
    @Override
    public void close() {
        closed = true;
        all().parallelStream().forEach(Engine::stop);
    }
}
