/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a group that shares the announcements. Positions are committed up to the oldest batch that the handler is not done
 * with; when it is far behind, no more is fetched.
 */
final class InstanceSubscription extends ConsumerLoop {

    /**
     * Positions are committed when they are this old: a lone broker that loses power loses the last moments of the topic, and a
     * committed position beyond its end would hide what comes next.
     */
    private static final long SETTLED_NANOS = Duration.ofSeconds(3).toNanos();

    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_UNDER_WAY = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(InstanceSubscription.class);

    private final String topic;
    private final String group;
    private final InstanceEvents handler;
    private final HandedBatches handed = new HandedBatches();
    private volatile boolean caughtUp;
    private long committedAt = System.nanoTime();

    InstanceSubscription(KafkaSettings settings, String group, InstanceEvents handler) {
        super(settings, "instances-" + group);
        this.topic = settings.instancesTopic();
        this.group = settings.topicPrefix() + "." + group;
        this.handler = handler;
        start();
    }

    @Override
    void configure(Properties properties) {
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000");
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
    }

    @Override
    void begin(KafkaConsumer<String, byte[]> consumer) {
        handed.clear();
        consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                handed.revoke(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                handler.reassigned();
            }
        });
    }

    @Override
    void handle(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        long now = System.nanoTime();
        if (!records.isEmpty()) {
            List<InstanceStored> batch = new ArrayList<>(records.count());
            List<InstanceChanged> changes = new ArrayList<>();
            List<StudyCorrected> corrections = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> each : records) {
                decode(each, batch, changes, corrections);
            }
            handed.add(positions(consumer), records.count(), now, handle(batch, changes, corrections));
        }
        if (now - committedAt >= COMMIT_NANOS) {
            commit(consumer, handed.takeDone(now, SETTLED_NANOS));
            committedAt = now;
        }
        int underWay = handed.underWay();
        if (underWay > MOST_UNDER_WAY) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        caughtUp |= underWay == 0 && records.isEmpty() && isAtTheEnd(consumer);
    }

    /** An empty poll alone says nothing: the first one may come before anything was fetched. */
    private static boolean isAtTheEnd(KafkaConsumer<String, byte[]> consumer) {
        return !consumer.assignment().isEmpty()
                && consumer.assignment().stream()
                        .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    private CompletableFuture<?> handle(
            List<InstanceStored> batch, List<InstanceChanged> changes, List<StudyCorrected> corrections) {
        List<CompletableFuture<?>> handled = new ArrayList<>();
        handled.add(handler.handle(batch).toCompletableFuture());
        if (!changes.isEmpty()) {
            handled.add(handler.changed(changes).toCompletableFuture());
        }
        if (!corrections.isEmpty()) {
            handled.add(handler.handleCorrections(corrections).toCompletableFuture());
        }
        return handled.size() == 1
                ? handled.get(0)
                : CompletableFuture.allOf(handled.toArray(CompletableFuture<?>[]::new));
    }

    @Override
    void end(KafkaConsumer<String, byte[]> consumer) {
        commit(consumer, handed.takeDone(System.nanoTime(), 0));
    }

    private static void commit(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> positions) {
        positions.keySet().retainAll(consumer.assignment());
        if (!positions.isEmpty()) {
            consumer.commitSync(positions);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        consumer.assignment().forEach(each -> positions.put(each, new OffsetAndMetadata(consumer.position(each))));
        return positions;
    }

    private static void decode(
            ConsumerRecord<String, byte[]> record,
            List<InstanceStored> batch,
            List<InstanceChanged> changes,
            List<StudyCorrected> corrections) {
        try {
            if (CloudEvent.is(record.headers(), CloudEvent.INSTANCE_STORED)) {
                batch.add(InstanceStoredCodec.decode(record.value()));
            } else if (CloudEvent.is(record.headers(), CloudEvent.STUDY_CORRECTED)) {
                corrections.add(StudyCorrectedCodec.decode(record.value()));
            } else {
                InstanceChangedCodec.change(record.headers())
                        .ifPresent(change -> changes.add(InstanceChangedCodec.decode(change, record.value())));
            }
        } catch (RuntimeException e) {
            // nothing is lost: the row is the truth, and the next event of the study projects it
            LOG.error("skipping an unreadable event at {}-{}@{}", record.topic(), record.partition(), record.offset());
        }
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }
}
