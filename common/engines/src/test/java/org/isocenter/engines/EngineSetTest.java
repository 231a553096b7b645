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

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;

import static org.assertj.core.api.Assertions.assertThat;

/** The engines as a whole: real ones, with data that outlives kills and restarts. */
class EngineSetTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static EngineSet engines;

    @BeforeAll
    static void start() {
        engines = EngineSet.start(new EngineOptions(data, Durability.POWER, 0, true));
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void cassandra_killedAndStartedAgain_stillHasTheRow() {
        int port = port(engines.cassandra().contactPoint());
        try (CqlSession session = session(port)) {
            session.execute(
                    "CREATE KEYSPACE killed WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
            session.execute("CREATE TABLE killed.t (id int PRIMARY KEY, v text)");
            session.execute("INSERT INTO killed.t (id, v) VALUES (1, 'kept')");
        }

        long killed = engines.cassandra().pid();
        engines.cassandra().kill();
        assertThat(engines.cassandra().isReady()).isFalse();
        engines.cassandra().start();
        engines.cassandra().awaitReady(LIMIT);

        assertThat(engines.cassandra().pid()).isNotEqualTo(killed);
        try (CqlSession session = session(port)) {
            Row row = session.execute("SELECT v FROM killed.t WHERE id = 1").one();
            assertThat(row).isNotNull();
            assertThat(row.getString("v")).isEqualTo("kept");
        }
    }

    @Test
    void kafka_killedAndStartedAgain_stillHasTheRecord() throws Exception {
        String servers = engines.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("killed", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, String> producer = producer(servers)) {
            assertThat(producer.send(new ProducerRecord<>("killed", "k", "kept"))
                            .get(20, TimeUnit.SECONDS)
                            .offset())
                    .isZero();
        }

        engines.kafka().kill();
        engines.kafka().start();
        engines.kafka().awaitReady(LIMIT);

        try (KafkaProducer<String, String> producer = producer(servers)) {
            assertThat(producer.send(new ProducerRecord<>("killed", "k", "next"))
                            .get(20, TimeUnit.SECONDS)
                            .offset())
                    .as("the first record is still there")
                    .isEqualTo(1);
        }
    }

    @Test
    void pausedEngine_isAliveButNotReady() {
        S3 server = engines.s3().orElseThrow();
        server.pause();
        try {
            assertThat(server.isAlive()).isTrue();
            assertThat(server.isReady()).isFalse();
        } finally {
            server.resume();
        }
        server.awaitReady(LIMIT);
    }

    private static CqlSession session(int port) {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", port))
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                        .build())
                .build();
    }

    private static KafkaProducer<String, String> producer(String servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new StringSerializer());
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
