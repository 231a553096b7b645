/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceChanged.Change;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.archive.metadata.SummaryCodec;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written has the members and headers that docs/asyncapi.yaml names, and no others. */
class AsyncApiTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String document = document();

    @Test
    void instanceStored_isAsDescribed() throws IOException {
        InstanceStored event = new InstanceStored(
                new InstanceUids("1.2.3", "1.2.3.1", "1.2.3.1.1"),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key"),
                new Digest("ab".repeat(32)),
                1000,
                NOW,
                "SENDER",
                "main");
        byte[] encoded = InstanceStoredCodec.encode(event);
        assertConforms("InstanceStored", MAPPER.readTree(encoded));
        assertThat(InstanceStoredCodec.decode(encoded)).isEqualTo(event);
    }

    @Test
    void instanceChanged_isAsDescribed() throws IOException {
        for (Change change : Change.values()) {
            InstanceChanged event = new InstanceChanged(
                    new InstanceUids("1.2.3", "1.2.3.1", "1.2.3.1.1"),
                    change,
                    "113001",
                    NOW,
                    "SENDER",
                    "1.2.9",
                    "main");
            byte[] encoded = InstanceChangedCodec.encode(event);
            assertConforms("InstanceChanged", MAPPER.readTree(encoded));
            assertThat(InstanceChangedCodec.decode(change, encoded)).isEqualTo(event);
            assertThat(document).contains("const: " + InstanceChangedCodec.type(change) + "\n");
        }
    }

    @Test
    void studySummary_isAsDescribed() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientName, "Lind^Eva");
        SeriesSummary series = new SeriesSummary(
                new SeriesKey("1.2.3", "1.2.3.1"), new Attributes(), List.of(UID.CTImageStorage), 3, 5, 77, NOW, NOW);
        JsonNode written = MAPPER.readTree(SummaryCodec.encode(
                new StudySummary("1.2.3", new PatientKey("main", "P1"), attributes, List.of(series), "main")));
        assertConforms("StudySummary", written);
        assertConforms("SeriesSummary", written.path("series").path(0));
        assertThat(written.at("/attributes/00100010/vr").asText()).isEqualTo("PN");
    }

    @Test
    void deadWork_isAsDescribed() throws IOException {
        DeadWork dead = new DeadWork("1.2.3", "projection", ErrorCode.INTERNAL, "it fails", 5, NOW, "main");
        JsonNode written = MAPPER.readTree(DeadWorkCodec.encode(dead));
        assertConforms("DeadWork", written);
        assertThat(written.path("code").asText()).isEqualTo("INTERNAL");
        assertThat(written.path("attempts").asInt()).isEqualTo(5);
    }

    @Test
    void studyCorrected_isAsDescribed() throws IOException {
        StudyCorrected event = new StudyCorrected("1.2.3", "SERIES", false, NOW, "main");
        byte[] encoded = StudyCorrectedCodec.encode(event);
        assertConforms("StudyCorrected", MAPPER.readTree(encoded));
        assertThat(StudyCorrectedCodec.decode(encoded)).isEqualTo(event);
    }

    @Test
    void workitemReported_isAsDescribed() throws IOException {
        Attributes information = new Attributes();
        information.setString(Tag.ProcedureStepState, "COMPLETED");
        WorkitemReported report =
                new WorkitemReported("1.2.3", 1, List.of("WATCHER", "OTHER"), information, NOW, "main");
        byte[] encoded = WorkitemReportedCodec.encode(report);
        assertConforms("WorkitemReported", MAPPER.readTree(encoded));
        WorkitemReported decoded = WorkitemReportedCodec.decode(encoded);
        assertThat(decoded.subscribers()).containsExactly("WATCHER", "OTHER");
        assertThat(decoded.information().getString(Tag.ProcedureStepState)).isEqualTo("COMPLETED");
        assertThat(decoded.at()).isEqualTo(NOW);
    }

    @Test
    void headers_areAsDescribed() {
        ProducerRecord<String, byte[]> record =
                CloudEvent.record("t", "1.2.3", "id", CloudEvent.INSTANCE_STORED, "main", NOW, new byte[0]);
        List<String> names = Arrays.stream(record.headers().toArray())
                .map(each -> each.key())
                .toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(properties("CloudEventHeaders"));
        assertThat(names).containsExactlyInAnyOrderElementsOf(required("CloudEventHeaders"));
        assertThat(new String(record.headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/isocenter/main");
        assertThat(record.key()).isEqualTo("1.2.3");
    }

    @Test
    void typesAndTopics_areAsDescribed() {
        KafkaSettings settings = new KafkaSettings("", "isocenter", 1, 1);
        assertThat(document)
                .contains("const: " + CloudEvent.INSTANCE_STORED + "\n")
                .contains("const: " + CloudEvent.STUDY_CORRECTED + "\n")
                .contains("const: " + CloudEvent.STUDY_CHANGED + "\n")
                .contains("const: " + CloudEvent.WORK_DEAD + "\n")
                .contains("const: " + CloudEvent.WORKITEM_REPORTED + "\n")
                .contains("address: " + settings.workitemsTopic() + "\n")
                .contains("address: " + settings.deadTopic() + "\n")
                .contains("address: " + settings.instancesTopic() + "\n")
                .contains("address: " + settings.studiesTopic() + "\n")
                .contains("max.message.bytes: " + KafkaEventBus.MAX_RECORD + "\n");
    }

    private void assertConforms(String schema, JsonNode written) {
        List<String> names = new ArrayList<>();
        written.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(properties(schema))
                .containsExactlyInAnyOrderElementsOf(required(schema));
    }

    private List<String> properties(String schema) {
        Matcher names = Pattern.compile("(?m)^ {8}([\\w-]+):").matcher(section(schema));
        List<String> found = new ArrayList<>();
        while (names.find()) {
            found.add(names.group(1));
        }
        return found;
    }

    private List<String> required(String schema) {
        Matcher names = Pattern.compile("required: \\[(.*)]").matcher(section(schema));
        assertThat(names.find()).as("required of " + schema).isTrue();
        return List.of(names.group(1).split(", "));
    }

    /** The lines below the name of a schema: the document is written with two spaces a level. */
    private String section(String schema) {
        Matcher lines =
                Pattern.compile("(?m)^ {4}" + schema + ":\n((?: {6}.*\n)+)").matcher(document);
        assertThat(lines.find()).as("schema " + schema).isTrue();
        return lines.group(1);
    }

    private static String document() {
        try {
            return Files.readString(Path.of("..", "..", "docs", "asyncapi.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
