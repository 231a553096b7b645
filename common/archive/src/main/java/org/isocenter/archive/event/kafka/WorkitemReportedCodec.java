/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.dicom.json.DicomJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Event reports of work items as JSON (docs/asyncapi.yaml). */
final class WorkitemReportedCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WorkitemReportedCodec() {}

    static byte[] encode(WorkitemReported report) {
        try {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("workitemUid", report.workitemUid())
                    .put("eventTypeId", report.eventTypeId())
                    .put("at", report.at().toString())
                    .put("site", report.site());
            ArrayNode subscribers = json.putArray("subscribers");
            report.subscribers().forEach(subscribers::add);
            json.set("information", MAPPER.readTree(DicomJson.toBytes(report.information(), (path, vr, bulk) -> null)));
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IOException if it is something else
     */
    static WorkitemReported decode(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        List<String> subscribers = new ArrayList<>();
        root.path("subscribers").forEach(each -> subscribers.add(each.asText()));
        byte[] information = MAPPER.writeValueAsBytes(root.path("information"));
        return new WorkitemReported(
                root.path("workitemUid").asText(),
                root.path("eventTypeId").asInt(),
                subscribers,
                DicomJson.read(new ByteArrayInputStream(information)),
                Instant.parse(root.path("at").asText()),
                root.path("site").asText());
    }
}
