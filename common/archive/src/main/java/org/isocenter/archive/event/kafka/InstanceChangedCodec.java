/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.apache.kafka.common.header.Headers;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceChanged.Change;
import org.isocenter.archive.model.InstanceUids;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Changes of instances as JSON (docs/asyncapi.yaml); the type of the event says what becomes of the instance. */
final class InstanceChangedCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private InstanceChangedCodec() {}

    static String type(Change change) {
        return switch (change) {
            case REJECTED -> "org.isocenter.instance.rejected.v1";
            case RESTORED -> "org.isocenter.instance.restored.v1";
            case DELETED -> "org.isocenter.instance.deleted.v1";
        };
    }

    static Optional<Change> change(Headers headers) {
        return Arrays.stream(Change.values())
                .filter(each -> CloudEvent.is(headers, type(each)))
                .findFirst();
    }

    static byte[] encode(InstanceChanged event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = MAPPER.getFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringField("studyInstanceUid", event.uids().studyInstanceUid());
            out.writeStringField("seriesInstanceUid", event.uids().seriesInstanceUid());
            out.writeStringField("sopInstanceUid", event.uids().sopInstanceUid());
            out.writeStringField("reason", event.reason());
            out.writeStringField("at", event.at().toString());
            out.writeStringField("by", event.by());
            out.writeStringField("note", event.note());
            out.writeStringField("site", event.site());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InstanceChanged decode(Change change, byte[] data) {
        try {
            JsonNode node = MAPPER.readTree(data);
            return new InstanceChanged(
                    new InstanceUids(
                            text(node, "studyInstanceUid"),
                            text(node, "seriesInstanceUid"),
                            text(node, "sopInstanceUid")),
                    change,
                    text(node, "reason"),
                    Instant.parse(text(node, "at")),
                    text(node, "by"),
                    text(node, "note"),
                    text(node, "site"));
        } catch (IOException e) {
            throw new UncheckedIOException("a change of an instance cannot be read", e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
