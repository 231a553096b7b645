/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node of Apache Cassandra. */
public final class Cassandra extends Engine {

    private static final String NAME = "cassandra";

    /** What Cassandra 5.0 opens of the JDK on Java 17 (its jvm17-server.options). */
    private static final List<String> EXPORTED = List.of(
            "java.base/jdk.internal.misc",
            "java.base/java.lang.ref",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.sql/java.sql",
            "jdk.unsupported/sun.misc",
            "jdk.compiler/com.sun.tools.javac.file");

    private static final List<String> OPENED = List.of(
            "java.base/java.lang.module",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.rmi/sun.rmi.transport.tcp",
            "jdk.compiler/com.sun.tools.javac",
            "jdk.attach/sun.tools.attach",
            "jdk.management/com.sun.management.internal");

    /** The request OPTIONS of the native protocol, version 4: it is answered without a session. */
    private static final byte[] CQL_OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private final String host;
    private final int port;

    private Cassandra(ChildJvm child, String host, int port) {
        super(child);
        this.host = host;
        this.port = port;
    }

    static Cassandra of(EngineOptions options, int node, EnginePorts ports) {
        String name = options.name(NAME, node);
        String host = Ports.host(node);
        Path data = options.data(name);
        Path configuration = ConfigurationFile.write(
                data.resolve("conf").resolve("cassandra.yaml"),
                "cassandra.yaml",
                Map.of(
                        "data",
                        data,
                        "host",
                        host,
                        "seed",
                        Ports.host(1),
                        "port",
                        ports.cassandra(),
                        "storagePort",
                        ports.cassandraStorage(),
                        "commitlogSync",
                        switch (options.durability()) {
                            case POWER -> "commitlog_sync: batch";
                            case PROCESS -> "commitlog_sync: periodic\ncommitlog_sync_period: 10000ms";
                        }));
        ConfigurationFile.write(data.resolve("conf").resolve("logback.xml"), "cassandra-logback.xml", Map.of());
        ChildJvm child = new ChildJvm(
                name,
                NAME,
                options,
                jvmOptions(data, configuration, options.nodes() == 1, token(node, options.nodes())),
                "org.apache.cassandra.service.CassandraDaemon");
        return new Cassandra(child, host, ports.cassandra());
    }

    /** Where the node stands on the ring of all 64-bit numbers: 0 for one alone, else at equal distances. */
    static long token(int node, int nodes) {
        BigInteger step = BigInteger.ONE.shiftLeft(Long.SIZE).divide(BigInteger.valueOf(nodes));
        return BigInteger.valueOf(nodes == 1 ? 0 : Long.MIN_VALUE)
                .add(step.multiply(BigInteger.valueOf(node - 1L)))
                .longValueExact();
    }

    private static List<String> jvmOptions(Path data, Path configuration, boolean alone, long token) {
        List<String> options = new ArrayList<>(List.of(
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=256m",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Dcassandra.config=" + configuration.toUri(),
                "-Dcassandra.storagedir=" + data,
                "-Dlogback.configurationFile=" + data.resolve("conf").resolve("logback.xml"),
                "-Dcassandra-foreground=yes",
                "-Dcassandra.set_sep_thread_name=false",
                "-Dcassandra.approximate_time_precision_ms=20",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.superuser_setup_delay_ms=0",
                "-Dcassandra.initial_token=" + token,
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Djdk.attach.allowAttachSelf=true"));
        if (alone) {
            // one of several waits for so long for another that answers, and no longer than it needs to
            options.add("-Dcassandra.ring_delay_ms=0");
        }
        EXPORTED.forEach(each -> options.addAll(List.of("--add-exports", each + "=ALL-UNNAMED")));
        OPENED.forEach(each -> options.addAll(List.of("--add-opens", each + "=ALL-UNNAMED")));
        return options;
    }

    /** {@code host:port} of the CQL port. */
    public String contactPoint() {
        return host + ":" + port;
    }

    @Override
    public List<String> addresses() {
        return List.of("cql " + contactPoint());
    }

    @Override
    public boolean isReady() {
        return Ports.replies(host, port, CQL_OPTIONS);
    }
}
