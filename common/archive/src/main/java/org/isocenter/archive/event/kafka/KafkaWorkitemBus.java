/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.archive.event.WorkitemWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Event reports of work items in Kafka, keyed by work item. With a producer of its own: what it sends waits for nothing that is
 * stored, and the other way round. Safe for use by many threads.
 */
public final class KafkaWorkitemBus implements WorkitemBus {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaWorkitemBus.class);
    private static final String MILLIS = "2000";
    private static final String BUFFER_BYTES = String.valueOf(8 << 20);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final KafkaSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread opener = new Thread(this::open, "kafka-workitems");
    private volatile KafkaProducer<String, byte[]> producer;

    /** Begins to connect. */
    public KafkaWorkitemBus(KafkaSettings settings) {
        this.settings = settings;
        opener.setDaemon(true);
        opener.start();
    }

    /** Waits until the topic is there, and tells whether it is. */
    public boolean await(Duration limit) throws InterruptedException {
        return opened.await(limit.toMillis(), TimeUnit.MILLISECONDS) && producer != null;
    }

    private void open() {
        boolean said = false;
        try {
            do {
                try {
                    new Topics(settings).makeWorkitems();
                    producer = newProducer();
                    opened.countDown();
                    return;
                } catch (ExecutionException | TimeoutException | RuntimeException e) {
                    if (!said) {
                        LOG.warn("Kafka does not serve work items yet, trying again: {}", e.toString());
                        said = true;
                    }
                }
            } while (!closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KafkaProducer<String, byte[]> newProducer() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "isocenter-workitems");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS);
        properties.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                String.valueOf(settings.deliveryTimeout().toMillis()));
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletionStage<Void> reported(WorkitemReported report) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        KafkaProducer<String, byte[]> ready = producer;
        if (ready == null) {
            done.completeExceptionally(unavailable(null));
            return done;
        }
        try {
            ready.send(
                    CloudEvent.record(
                            settings.workitemsTopic(),
                            report.workitemUid(),
                            UUID.randomUUID().toString(),
                            CloudEvent.WORKITEM_REPORTED,
                            report.site(),
                            report.at(),
                            WorkitemReportedCodec.encode(report)),
                    (metadata, failure) -> {
                        if (failure == null) {
                            done.complete(null);
                        } else {
                            done.completeExceptionally(unavailable(failure));
                        }
                    });
        } catch (RuntimeException e) {
            done.completeExceptionally(unavailable(e));
        }
        return done;
    }

    private static ArchiveException unavailable(Exception failure) {
        return new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Kafka: a report was not taken", failure);
    }

    @Override
    public Subscription watch(WorkitemWatch watch) {
        return new WorkitemWatching(settings, watch);
    }

    @Override
    public void close() {
        closed.countDown();
        opened.countDown();
        opener.interrupt();
        KafkaProducer<String, byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(5));
        }
    }
}
