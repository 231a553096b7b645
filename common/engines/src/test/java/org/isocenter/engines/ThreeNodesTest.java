/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;

import static org.assertj.core.api.Assertions.assertThat;

/** Three nodes of Cassandra and three brokers, which do without one of them. */
class ThreeNodesTest {

    @TempDir
    Path data;

    @Test
    @EnabledIfSystemProperty(
            named = "cluster",
            matches = ".*",
            disabledReason = "six more processes and two minutes: run with -Dcluster")
    void cluster_writesWithoutOneNodeOfEach_alsoAfterARestart() throws Exception {
        EngineOptions options = new EngineOptions(data, Durability.PROCESS, 0, false, 3);
        try (EngineSet engines = EngineSet.start(options)) {
            assertThat(engines.all())
                    .extracting(Engine::name)
                    .containsExactly("cassandra-1", "cassandra-2", "cassandra-3", "kafka-1", "kafka-2", "kafka-3");
            try (CqlSession session = session(engines)) {
                session.execute("CREATE KEYSPACE three WITH replication ="
                        + " {'class':'NetworkTopologyStrategy','datacenter1':3}");
                session.execute("CREATE TABLE three.t (id int PRIMARY KEY)");
            }
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", engines.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("three", 3, (short) 3)))
                        .all()
                        .get(60, TimeUnit.SECONDS);
            }
            engines.all().stream().filter(each -> each.name().endsWith("-2")).forEach(Engine::kill);
            write(engines, 1);
        }
        try (EngineSet engines = EngineSet.start(options)) {
            write(engines, 2);
            try (CqlSession session = session(engines)) {
                assertThat(session.execute("SELECT id FROM three.t").all()).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "1, 3, -9223372036854775808",
        "2, 3, -3074457345618258603",
        "3, 3, 3074457345618258602",
    })
    void nodes_standAtEqualDistances(int node, int nodes, long token) {
        assertThat(Cassandra.token(node, nodes)).isEqualTo(token);
    }

    private static void write(EngineSet engines, int id) throws Exception {
        try (CqlSession session = session(engines)) {
            session.execute("INSERT INTO three.t (id) VALUES (" + id + ")");
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", engines.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition = 0; partition < 3; partition++) {
                producer.send(new ProducerRecord<>("three", partition, "k", String.valueOf(id)))
                        .get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** LOCAL_QUORUM on all nodes, with patience. */
    private static CqlSession session(EngineSet engines) {
        return CqlSession.builder()
                .addContactPoints(Stream.of(engines.contactPoints().split(","))
                        .map(each -> each.split(":"))
                        .map(each -> new InetSocketAddress(each[0], Integer.parseInt(each[1])))
                        .toList())
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                        .withString(
                                DefaultDriverOption.REQUEST_CONSISTENCY, DefaultConsistencyLevel.LOCAL_QUORUM.name())
                        .build())
                .build();
    }
}
