/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import org.isocenter.archive.event.StudyCorrected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Announcements of corrections as JSON (docs/asyncapi.yaml). */
final class StudyCorrectedCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StudyCorrectedCodec() {}

    static byte[] encode(StudyCorrected event) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("studyInstanceUid", event.studyInstanceUid())
                    .put("scope", event.scope())
                    .put("recorded", event.recorded())
                    .put("at", event.at().toString())
                    .put("site", event.site()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StudyCorrected decode(byte[] data) {
        try {
            JsonNode node = MAPPER.readTree(data);
            return new StudyCorrected(
                    node.path("studyInstanceUid").asText(),
                    node.path("scope").asText(),
                    node.path("recorded").asBoolean(true),
                    Instant.parse(node.path("at").asText()),
                    node.path("site").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("an announcement cannot be read", e);
        }
    }
}
