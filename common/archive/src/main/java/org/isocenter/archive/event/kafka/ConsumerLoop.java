/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.isocenter.archive.event.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that polls. When the handler or the cluster fails, the consumer is made anew after a pause and goes on where it
 * was; so an outage needs no restart.
 */
abstract class ConsumerLoop implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_MILLIS = 500;

    /** What arrives in the time after a small batch is handled together: a fetch for every single event costs more than the event. */
    private static final long COALESCE_MILLIS = 40;

    private static final int SMALL_BATCH = 200;

    private final KafkaSettings settings;
    private final Thread thread;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile boolean closed;

    ConsumerLoop(KafkaSettings settings, String name) {
        this.settings = settings;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    final void start() {
        thread.start();
    }

    /** Adds what this consumer needs beyond the common properties. */
    abstract void configure(Properties properties);

    /** Subscribes or assigns. */
    abstract void begin(KafkaConsumer<String, byte[]> consumer);

    /** Handles what a poll brought, which may be nothing. */
    abstract void handle(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records);

    /** Called in the end, when this is closed in order. */
    void end(KafkaConsumer<String, byte[]> consumer) {
        // who keeps no positions in the cluster has nothing to do
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> opened = newConsumer()) {
                consumer = opened;
                begin(opened);
                pollUntilClosed(opened);
                end(opened);
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("{} fails, trying again: {}", thread.getName(), e.toString());
                    pause(PAUSE_MILLIS);
                }
            }
        }
    }

    private void pollUntilClosed(KafkaConsumer<String, byte[]> opened) {
        try {
            while (!closed) {
                ConsumerRecords<String, byte[]> records = opened.poll(POLL);
                handle(opened, records);
                if (!records.isEmpty() && records.count() < SMALL_BATCH) {
                    pause(COALESCE_MILLIS);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("{} is closed", thread.getName());
        }
    }

    private KafkaConsumer<String, byte[]> newConsumer() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "500");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(KafkaEventBus.MAX_RECORD));
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        // a broker that stands still keeps a fetch for this long, and its partitions have another leader before
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        configure(properties);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final void close() {
        closed = true;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
