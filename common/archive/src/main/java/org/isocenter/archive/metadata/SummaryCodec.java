/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Summaries as JSON: in rows, and whole as the value of {@code isocenter.studies} (docs/asyncapi.yaml). Attributes are in the
 * DICOM JSON model. Unknown members are ignored, so that a newer writer may add some.
 */
public final class SummaryCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();
    private static final BulkDataUri NONE = (path, vr, bulk) -> null;

    private SummaryCodec() {}

    /** The whole summary of a study with its series. */
    public static byte[] encode(StudySummary study) {
        return json(out -> {
            writeStudyLevel(study, out);
            out.writeArrayFieldStart("series");
            for (SeriesSummary each : study.series()) {
                out.writeStartObject();
                writeSeries(each, out);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** The reverse of {@link #encode(StudySummary)}. */
    public static StudySummary decode(byte[] encoded) {
        JsonNode node = parse(encoded);
        List<SeriesSummary> series = new ArrayList<>();
        node.path("series").forEach(each -> series.add(series(each)));
        return studyLevel(node, series);
    }

    /** A study without its series. */
    public static byte[] encodeStudyLevel(StudySummary study) {
        return json(out -> writeStudyLevel(study, out));
    }

    public static StudySummary decodeStudyLevel(byte[] encoded, List<SeriesSummary> series) {
        return studyLevel(parse(encoded), series);
    }

    public static byte[] encode(SeriesSummary series) {
        return json(out -> writeSeries(series, out));
    }

    public static SeriesSummary decodeSeries(byte[] encoded) {
        return series(parse(encoded));
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeStudyLevel(StudySummary study, JsonGenerator out) throws IOException {
        out.writeStringField("studyInstanceUid", study.studyInstanceUid());
        out.writeStringField("issuer", study.patient().issuer());
        out.writeStringField("patientId", study.patient().patientId());
        out.writeStringField("site", study.site());
        writeAttributes(study.attributes(), out);
    }

    private static void writeSeries(SeriesSummary series, JsonGenerator out) throws IOException {
        out.writeStringField("studyInstanceUid", series.key().studyInstanceUid());
        out.writeStringField("seriesInstanceUid", series.key().seriesInstanceUid());
        out.writeArrayFieldStart("sopClassUids");
        for (String each : series.sopClassUids()) {
            out.writeString(each);
        }
        out.writeEndArray();
        out.writeNumberField("numberOfInstances", series.numberOfInstances());
        out.writeNumberField("numberOfFrames", series.numberOfFrames());
        out.writeNumberField("size", series.size());
        out.writeStringField("firstStoredAt", series.firstStoredAt().toString());
        out.writeStringField("lastStoredAt", series.lastStoredAt().toString());
        writeAttributes(series.attributes(), out);
    }

    private static void writeAttributes(Attributes attributes, JsonGenerator out) throws IOException {
        out.writeFieldName("attributes");
        DicomJson.write(attributes, out, NONE);
    }

    private static JsonNode parse(byte[] encoded) {
        try {
            return MAPPER.readTree(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException("a summary cannot be read", e);
        }
    }

    private static StudySummary studyLevel(JsonNode node, List<SeriesSummary> series) {
        return new StudySummary(
                node.path("studyInstanceUid").asText(),
                new PatientKey(
                        node.path("issuer").asText(), node.path("patientId").asText()),
                attributes(node),
                series,
                node.path("site").asText());
    }

    private static SeriesSummary series(JsonNode node) {
        List<String> sopClassUids = new ArrayList<>();
        node.path("sopClassUids").forEach(each -> sopClassUids.add(each.asText()));
        return new SeriesSummary(
                new SeriesKey(
                        node.path("studyInstanceUid").asText(),
                        node.path("seriesInstanceUid").asText()),
                attributes(node),
                sopClassUids,
                node.path("numberOfInstances").asInt(),
                node.path("numberOfFrames").asLong(),
                node.path("size").asLong(),
                Instant.parse(node.path("firstStoredAt").asText()),
                Instant.parse(node.path("lastStoredAt").asText()));
    }

    private static Attributes attributes(JsonNode node) {
        try {
            return DicomJson.read(new ByteArrayInputStream(MAPPER.writeValueAsBytes(node.path("attributes"))));
        } catch (IOException e) {
            throw new UncheckedIOException("the attributes of a summary cannot be read", e);
        }
    }
}
