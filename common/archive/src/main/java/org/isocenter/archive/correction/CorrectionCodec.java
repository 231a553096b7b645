/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Records as JSON, in rows. Attributes are in the DICOM JSON model; unknown members are ignored, so that a newer writer may add some. */
public final class CorrectionCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private CorrectionCodec() {}

    /** A record. */
    public static byte[] encode(Correction correction) {
        return json(out -> write(correction, out));
    }

    /** Records, as an array. */
    public static byte[] encodeAll(List<Correction> corrections) {
        return json(out -> {
            out.writeStartArray();
            for (Correction each : corrections) {
                write(each, out);
            }
            out.writeEndArray();
        });
    }

    /** The reverse of {@link #encode}. */
    public static Correction decode(byte[] encoded) {
        return correction(parse(encoded));
    }

    /** The reverse of {@link #encodeAll}. */
    public static List<Correction> decodeAll(byte[] encoded) {
        List<Correction> all = new ArrayList<>();
        parse(encoded).forEach(each -> all.add(correction(each)));
        return all;
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a record as the generator's next value. */
    public static void write(Correction correction, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(correction, out);
        out.writeEndObject();
    }

    /** Writes the members of a record into an object that is begun. */
    public static void writeMembers(Correction correction, JsonGenerator out) throws IOException {
        out.writeNumberField("number", correction.number());
        out.writeStringField("id", correction.id());
        out.writeStringField("at", correction.at().toString());
        out.writeStringField("author", correction.author());
        out.writeStringField("reason", correction.reason().name());
        out.writeStringField("comment", correction.comment());
        out.writeStringField("scope", correction.target().scope().name());
        writeTarget(correction.target(), out);
        if (correction.isRevocation()) {
            out.writeNumberField("revokes", correction.revokes());
            return;
        }
        out.writeFieldName("attributes");
        DicomJson.write(correction.changes().set(), out, (path, vr, bulk) -> null);
        out.writeArrayFieldStart("removed");
        for (int tag : correction.changes().removed()) {
            out.writeString(String.format(Locale.ROOT, "%08X", tag));
        }
        out.writeEndArray();
    }

    private static void writeTarget(CorrectionTarget target, JsonGenerator out) throws IOException {
        if (target instanceof CorrectionTarget.OfPatient of) {
            out.writeStringField("issuer", of.patient().issuer());
            out.writeStringField("patientId", of.patient().patientId());
        } else if (target instanceof CorrectionTarget.OfSeries of) {
            out.writeStringField("seriesInstanceUid", of.seriesInstanceUid());
        } else if (target instanceof CorrectionTarget.OfInstance of) {
            out.writeStringField("seriesInstanceUid", of.seriesInstanceUid());
            out.writeStringField("sopInstanceUid", of.sopInstanceUid());
        }
    }

    private static JsonNode parse(byte[] encoded) {
        try {
            return MAPPER.readTree(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException("a correction cannot be read", e);
        }
    }

    private static Correction correction(JsonNode node) {
        return new Correction(
                node.path("number").asInt(),
                node.path("id").asText(),
                Instant.parse(node.path("at").asText()),
                node.path("author").asText(),
                CorrectionReason.valueOf(node.path("reason").asText()),
                node.path("comment").asText(),
                target(node),
                changes(node),
                node.path("revokes").asInt());
    }

    private static CorrectionTarget target(JsonNode node) {
        return switch (CorrectionScope.valueOf(node.path("scope").asText())) {
            case PATIENT ->
                new CorrectionTarget.OfPatient(new PatientKey(
                        node.path("issuer").asText(), node.path("patientId").asText()));
            case STUDY -> new CorrectionTarget.OfStudy();
            case SERIES ->
                new CorrectionTarget.OfSeries(node.path("seriesInstanceUid").asText());
            case INSTANCE ->
                new CorrectionTarget.OfInstance(
                        node.path("seriesInstanceUid").asText(),
                        node.path("sopInstanceUid").asText());
        };
    }

    private static AttributeChanges changes(JsonNode node) {
        if (!node.has("attributes")) {
            return AttributeChanges.NONE;
        }
        TreeSet<Integer> removed = new TreeSet<>();
        node.path("removed").forEach(each -> removed.add(Integer.parseUnsignedInt(each.asText(), 16)));
        return new AttributeChanges(attributes(node.path("attributes")), removed);
    }

    private static Attributes attributes(JsonNode node) {
        try {
            Attributes attributes = DicomJson.read(new ByteArrayInputStream(MAPPER.writeValueAsBytes(node)));
            return attributes;
        } catch (IOException e) {
            throw new UncheckedIOException("the attributes of a correction cannot be read", e);
        }
    }
}
