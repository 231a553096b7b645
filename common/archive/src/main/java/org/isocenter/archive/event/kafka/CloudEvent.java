/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Records as CloudEvents 1.0 in the binary mode of the Kafka binding: attributes in headers, data as JSON. */
final class CloudEvent {

    static final String INSTANCE_STORED = "org.isocenter.instance.stored.v1";
    static final String STUDY_CORRECTED = "org.isocenter.study.corrected.v1";
    static final String STUDY_CHANGED = "org.isocenter.study.changed.v1";
    static final String WORK_DEAD = "org.isocenter.work.dead.v1";
    static final String WORKITEM_REPORTED = "org.isocenter.workitem.reported.v1";

    private static final String TYPE = "ce_type";

    private CloudEvent() {}

    static ProducerRecord<String, byte[]> record(
            String topic, String key, String id, String type, String site, Instant time, byte[] data) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id),
                header("ce_source", "/isocenter/" + site),
                header(TYPE, type),
                header("ce_time", time.toString()),
                header("ce_subject", key),
                header("content-type", "application/json"));
        return new ProducerRecord<>(topic, null, key, data, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static boolean is(Headers headers, String type) {
        Header header = headers.lastHeader(TYPE);
        return header != null && type.equals(new String(header.value(), StandardCharsets.UTF_8));
    }
}
