/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.event.StudyWatch;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.SummaryCodec;
import org.isocenter.archive.model.StudySummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events in Kafka: {@code acks=all}, idempotent, keyed by study. Safe for use by many threads. */
public final class KafkaEventBus implements EventBus {

    /** The longest record, in bytes: a study of some ten thousand series. */
    static final int MAX_RECORD = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventBus.class);
    private static final String REQUEST_MILLIS = "2000";
    private static final String BLOCK_MILLIS = "2000";
    private static final Duration RETRY = Duration.ofMillis(500);

    private final KafkaSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread opener = new Thread(this::open, "kafka-connect");
    private volatile KafkaProducer<String, byte[]> producer;
    private BrokerProbe probe;

    public KafkaEventBus(KafkaSettings settings) {
        this.settings = settings;
        opener.setDaemon(true);
        opener.start();
    }

    /** Waits until the topics are there, and tells whether they are. */
    public boolean await(Duration limit) throws InterruptedException {
        return opened.await(limit.toMillis(), TimeUnit.MILLISECONDS) && producer != null;
    }

    private void open() {
        boolean said = false;
        while (closed.getCount() > 0) {
            try {
                new Topics(settings).make();
                producer = newProducer();
                // fetched now, so that the first store does not wait for it
                producer.partitionsFor(settings.instancesTopic());
                producer.partitionsFor(settings.studiesTopic());
                opened.countDown();
                LOG.info("Kafka: topics {}.* are ready", settings.topicPrefix());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                closeProducer();
                if (!said) {
                    LOG.warn("Kafka does not serve yet, trying again: {}", e.toString());
                    said = true;
                }
            }
            try {
                if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private KafkaProducer<String, byte[]> newProducer() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "isocenter");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        // what comes while a request is under way goes with the next one: one flush for many when many store
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        properties.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                String.valueOf(settings.deliveryTimeout().toMillis()));
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(MAX_RECORD));
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletionStage<Void> instanceStored(InstanceStored event) {
        return send(CloudEvent.record(
                settings.instancesTopic(),
                event.uids().studyInstanceUid(),
                // announced again after a crash it is the same event
                event.uids().sopInstanceUid() + "." + event.digest().short8() + "."
                        + event.storedAt().toEpochMilli(),
                CloudEvent.INSTANCE_STORED,
                event.site(),
                event.storedAt(),
                InstanceStoredCodec.encode(event)));
    }

    @Override
    public CompletionStage<Void> studyCorrected(StudyCorrected event) {
        return send(CloudEvent.record(
                settings.instancesTopic(),
                event.studyInstanceUid(),
                UUID.randomUUID().toString(),
                CloudEvent.STUDY_CORRECTED,
                event.site(),
                event.at(),
                StudyCorrectedCodec.encode(event)));
    }

    @Override
    public CompletionStage<Void> instanceChanged(InstanceChanged event) {
        return send(CloudEvent.record(
                settings.instancesTopic(),
                event.uids().studyInstanceUid(),
                event.uids().sopInstanceUid() + "." + event.change().name().toLowerCase(Locale.ROOT) + "."
                        + event.at().toEpochMilli(),
                InstanceChangedCodec.type(event.change()),
                event.site(),
                event.at(),
                InstanceChangedCodec.encode(event)));
    }

    @Override
    public CompletionStage<Void> studyChanged(StudySummary study) {
        return send(CloudEvent.record(
                settings.studiesTopic(),
                study.studyInstanceUid(),
                UUID.randomUUID().toString(),
                CloudEvent.STUDY_CHANGED,
                study.site(),
                Instant.now(),
                SummaryCodec.encode(study)));
    }

    @Override
    public CompletionStage<Void> studyGone(String studyInstanceUid) {
        return send(new ProducerRecord<>(settings.studiesTopic(), studyInstanceUid, null));
    }

    @Override
    public CompletionStage<Void> workDead(DeadWork dead) {
        return send(CloudEvent.record(
                settings.deadTopic(),
                dead.studyInstanceUid(),
                UUID.randomUUID().toString(),
                CloudEvent.WORK_DEAD,
                dead.site(),
                dead.givenUpAt(),
                DeadWorkCodec.encode(dead)));
    }

    private CompletionStage<Void> send(ProducerRecord<String, byte[]> event) {
        KafkaProducer<String, byte[]> ready = producer;
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (ready == null) {
            done.completeExceptionally(unavailable("not connected yet", null));
            return done;
        }
        try {
            ready.send(event, (metadata, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(unavailable("an event was not taken", failure));
                }
            });
        } catch (RuntimeException e) {
            done.completeExceptionally(unavailable("an event was not taken", e));
        }
        return done;
    }

    private static ArchiveException unavailable(String what, Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            // to try again would be of no use
            return new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "an event is too long", failure);
        }
        return new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Kafka: " + what, failure);
    }

    @Override
    public Subscription subscribeInstances(String group, InstanceEvents handler) {
        return new InstanceSubscription(settings, group, handler);
    }

    @Override
    public Subscription watchStudies(StudyWatch watch) {
        return new StudyWatching(settings, watch);
    }

    @Override
    public Subscription replayStudies(Map<Integer, Long> fromOffsets, StudyEvents handler) {
        return new StudySubscription(settings, fromOffsets, handler);
    }

    @Override
    public void check() {
        if (producer == null) {
            throw unavailable("not connected yet", null);
        }
        probe().check();
    }

    /** Made when first asked for, and kept: health is asked for every second. */
    private synchronized BrokerProbe probe() {
        if (probe == null) {
            probe = new BrokerProbe(settings);
        }
        return probe;
    }

    private synchronized void closeProbe() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }

    private void closeProducer() {
        KafkaProducer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        opened.countDown();
        opener.interrupt();
        closeProbe();
        KafkaProducer<String, byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(5));
        }
    }
}
