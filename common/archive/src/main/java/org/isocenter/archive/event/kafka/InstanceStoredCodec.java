/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Announcements of instances as JSON (docs/asyncapi.yaml). */
final class InstanceStoredCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private InstanceStoredCodec() {}

    static byte[] encode(InstanceStored event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(768);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringField("studyInstanceUid", event.uids().studyInstanceUid());
            out.writeStringField("seriesInstanceUid", event.uids().seriesInstanceUid());
            out.writeStringField("sopInstanceUid", event.uids().sopInstanceUid());
            out.writeStringField("sopClassUid", event.sopClassUid());
            out.writeStringField("transferSyntaxUid", event.transferSyntaxUid());
            out.writeStringField("bucket", event.location().bucket());
            out.writeStringField("key", event.location().key());
            out.writeStringField("sha256", event.digest().hex());
            out.writeNumberField("size", event.objectSize());
            out.writeStringField("storedAt", event.storedAt().toString());
            out.writeStringField("sourceAet", event.sourceAet());
            out.writeStringField("site", event.site());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InstanceStored decode(byte[] data) {
        try {
            JsonNode node = MAPPER.readTree(data);
            return new InstanceStored(
                    new InstanceUids(
                            text(node, "studyInstanceUid"),
                            text(node, "seriesInstanceUid"),
                            text(node, "sopInstanceUid")),
                    text(node, "sopClassUid"),
                    text(node, "transferSyntaxUid"),
                    new ObjectLocation(text(node, "bucket"), text(node, "key")),
                    new Digest(text(node, "sha256")),
                    node.path("size").asLong(),
                    Instant.parse(text(node, "storedAt")),
                    text(node, "sourceAet"),
                    text(node, "site"));
        } catch (IOException e) {
            throw new UncheckedIOException("an announcement cannot be read", e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
