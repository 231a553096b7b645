/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.isocenter.archive.event.StudyWatch;

/** Reads the keys of all announcements for itself, from the end of the topic on; after an outage from where it was. */
final class StudyWatching extends ConsumerLoop {

    private final String topic;
    private final StudyWatch watch;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile boolean begun;

    StudyWatching(KafkaSettings settings, StudyWatch watch) {
        super(settings, "study-watch");
        this.topic = settings.instancesTopic();
        this.watch = watch;
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
        if (next.isEmpty()) {
            next.putAll(consumer.endOffsets(partitions));
        }
        for (TopicPartition each : partitions) {
            consumer.seek(each, next.getOrDefault(each, 0L));
        }
        begun = true;
    }

    @Override
    void handle(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        Set<String> studyInstanceUids = new HashSet<>();
        for (ConsumerRecord<String, byte[]> each : records) {
            studyInstanceUids.add(each.key());
            next.put(new TopicPartition(topic, each.partition()), each.offset() + 1);
        }
        watch.announced(studyInstanceUids);
    }

    @Override
    public boolean caughtUp() {
        return begun;
    }
}
