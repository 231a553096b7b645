/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.event.StudyEvents.Change;
import org.isocenter.archive.metadata.SummaryCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of the studies for itself, from given offsets on. */
final class StudySubscription extends ConsumerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(StudySubscription.class);

    private final String topic;
    private final StudyEvents handler;
    private final Map<Integer, Long> next;
    private Map<TopicPartition, Long> endsAtStart;
    private volatile boolean caughtUp;

    StudySubscription(KafkaSettings settings, Map<Integer, Long> fromOffsets, StudyEvents handler) {
        super(settings, "studies");
        this.topic = settings.studiesTopic();
        this.handler = handler;
        this.next = new HashMap<>(fromOffsets);
        start();
    }

    @Override
    void configure(Properties properties) {
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
    }

    @Override
    void begin(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic " + topic + " is not there yet");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        for (TopicPartition each : partitions) {
            long from = next.getOrDefault(each.partition(), 0L);
            consumer.seek(each, Math.max(from, starts.get(each)));
        }
        endsAtStart = consumer.endOffsets(partitions);
        caughtUp |= isAtEnd(consumer);
    }

    @Override
    void handle(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        List<Change> changes = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> each : records) {
            decode(each, changes);
        }
        Map<Integer, Long> positions = new HashMap<>(next);
        for (TopicPartition each : consumer.assignment()) {
            positions.put(each.partition(), consumer.position(each));
        }
        if (!changes.isEmpty()) {
            handler.handle(changes, Map.copyOf(positions));
        }
        next.putAll(positions);
        caughtUp |= isAtEnd(consumer);
    }

    private boolean isAtEnd(KafkaConsumer<String, byte[]> consumer) {
        return endsAtStart.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue());
    }

    private static void decode(ConsumerRecord<String, byte[]> record, List<Change> changes) {
        try {
            changes.add(new Change(record.key(), record.value() == null ? null : SummaryCodec.decode(record.value())));
        } catch (RuntimeException e) {
            LOG.error("skipping an unreadable event at {}-{}@{}", record.topic(), record.partition(), record.offset());
        }
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }
}
