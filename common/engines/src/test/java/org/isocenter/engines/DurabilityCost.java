/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/**
 * Measures what the two durabilities cost: acknowledged writes of 4 KiB a second with 1 and 16 writers that each wait for the
 * answer. A program, not a test; the argument is a folder on the disk to be measured.
 */
final class DurabilityCost {

    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 6;
    private static final byte[] VALUE = new byte[4096];

    private DurabilityCost() {}

    public static void main(String[] arguments) throws Exception {
        for (Durability durability :
                List.of(Durability.POWER, Durability.PROCESS, Durability.POWER, Durability.PROCESS)) {
            Path folder = Files.createTempDirectory(Path.of(arguments[0]), "durability");
            try (EngineSet engines = EngineSet.start(new EngineOptions(folder, durability, 0, false))) {
                cassandra(durability, engines.cassandra().contactPoint());
                kafka(durability, engines.kafka().bootstrapServers());
            }
        }
    }

    private static void cassandra(Durability durability, String contactPoint) throws Exception {
        String[] address = contactPoint.split(":", 2);
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                        .build())
                .build()) {
            session.execute(
                    "CREATE KEYSPACE cost WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
            session.execute("CREATE TABLE cost.t (id bigint PRIMARY KEY, v blob)");
            PreparedStatement insert = session.prepare("INSERT INTO cost.t (id, v) VALUES (?, ?)");
            AtomicLong id = new AtomicLong();
            Callable<Object> write = () -> {
                AsyncResultSet done = session.executeAsync(insert.bind(id.incrementAndGet(), ByteBuffer.wrap(VALUE)))
                        .toCompletableFuture()
                        .get();
                return done;
            };
            measure("Cassandra " + durability, write);
        }
    }

    private static void kafka(Durability durability, String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("cost", 12, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            AtomicLong id = new AtomicLong();
            measure("Kafka     " + durability, () -> producer.send(
                            new ProducerRecord<>("cost", (int) (id.incrementAndGet() % 12), null, VALUE))
                    .get());
        }
    }

    private static void measure(String what, Callable<Object> write) throws Exception {
        run(4, WARM_UP_SECONDS, write);
        System.out.printf(
                "%s: %,6d/s with 1 writer, %,6d/s with 16%n", what, run(1, SECONDS, write), run(16, SECONDS, write));
    }

    private static long run(int writers, int seconds, Callable<Object> write) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        try {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            Callable<Long> writer = () -> {
                long count = 0;
                while (System.nanoTime() < end) {
                    write.call();
                    count++;
                }
                return count;
            };
            long total = 0;
            for (Future<Long> each : executor.invokeAll(Collections.nCopies(writers, writer))) {
                total += each.get();
            }
            return total / seconds;
        } finally {
            executor.shutdownNow();
        }
    }
}
