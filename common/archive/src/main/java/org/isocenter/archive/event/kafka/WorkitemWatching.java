/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.isocenter.archive.event.WorkitemWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all reports of work items for itself, from the end of the topic on; after an outage from where it was. */
final class WorkitemWatching extends ConsumerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(WorkitemWatching.class);

    private final String topic;
    private final WorkitemWatch watch;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile boolean begun;

    WorkitemWatching(KafkaSettings settings, WorkitemWatch watch) {
        super(settings, "workitem-watch");
        this.topic = settings.workitemsTopic();
        this.watch = watch;
        start();
    }

    @Override
    void configure(Properties properties) {
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
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
        for (ConsumerRecord<String, byte[]> each : records) {
            next.put(new TopicPartition(topic, each.partition()), each.offset() + 1);
            if (each.value() != null && CloudEvent.is(each.headers(), CloudEvent.WORKITEM_REPORTED)) {
                handle(each);
            }
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        try {
            watch.reported(WorkitemReportedCodec.decode(record.value()));
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "skipping a report that cannot be read or delivered, at {}-{}@{}",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    @Override
    public boolean caughtUp() {
        return begun;
    }
}
