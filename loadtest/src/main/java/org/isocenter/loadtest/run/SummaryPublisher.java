/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.isocenter.loadtest.scenario.Scenario.SummaryTopic;
import org.isocenter.loadtest.study.SummaryEvent;

/** Tells a topic of summaries, as the CloudEvents of docs/asyncapi.yaml. Thread-safe. */
final class SummaryPublisher implements Closeable {

    private static final String TYPE = "org.isocenter.study.changed.v1";
    private static final String TIME = "2026-01-01T00:00:00Z";

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    SummaryPublisher(SummaryTopic to) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, to.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "20");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(1 << 20));
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        topic = to.topic();
    }

    /** Sends it; a failure is thrown by a later call. */
    void publish(SummaryEvent event) throws IOException {
        String key = event.facts().studyInstanceUid();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, event.value());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/isocenter/loadtest",
                        "ce_type",
                        TYPE,
                        "ce_time",
                        TIME,
                        "ce_subject",
                        key,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
        check();
    }

    /** Waits until all is with the brokers. */
    void flush() throws IOException {
        producer.flush();
        check();
    }

    private void check() throws IOException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("a summary was not taken: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
