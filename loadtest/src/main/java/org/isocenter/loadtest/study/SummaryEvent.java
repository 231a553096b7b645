/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What Isocenter's topic of studies would say of an invented study (docs/asyncapi.yaml), without any of its images being stored.
 *
 * @param facts of the study
 * @param value of the record, JSON
 */
@SuppressWarnings("ArrayRecordComponent")
public record SummaryEvent(StudyFacts facts, byte[] value) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final BulkDataUri NONE = (path, vr, bulk) -> null;
    private static final String STORED_AT = "2026-01-01T00:00:00Z";

    private static final int[] STUDY = {
        Tag.SpecificCharacterSet,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.ReferringPhysicianName,
        Tag.StudyDescription,
        Tag.PatientName,
        Tag.PatientID,
        Tag.IssuerOfPatientID,
        Tag.PatientBirthDate,
        Tag.PatientSex,
        Tag.StudyInstanceUID,
        Tag.StudyID
    };
    private static final int[] SERIES = {
        Tag.SpecificCharacterSet,
        Tag.Modality,
        Tag.SeriesDescription,
        Tag.SeriesDate,
        Tag.BodyPartExamined,
        Tag.InstitutionName,
        Tag.Manufacturer,
        Tag.StationName,
        Tag.ProtocolName
    };

    static SummaryEvent of(StudyFacts facts, StudyShape shape, Attributes elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("studyInstanceUid", facts.studyInstanceUid());
            out.writeStringField("issuer", elements.getString(Tag.IssuerOfPatientID, ""));
            out.writeStringField("patientId", facts.patientId());
            out.writeStringField("site", "main");
            attributes(out, elements, STUDY);
            out.writeArrayFieldStart("series");
            for (int i = 0; i < shape.series(); i++) {
                series(out, facts, shape, elements, i);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SummaryEvent(facts, bytes.toByteArray());
    }

    private static void series(JsonGenerator out, StudyFacts facts, StudyShape shape, Attributes elements, int number)
            throws IOException {
        String uid = facts.seriesInstanceUids().get(number);
        out.writeStartObject();
        out.writeStringField("studyInstanceUid", facts.studyInstanceUid());
        out.writeStringField("seriesInstanceUid", uid);
        out.writeArrayFieldStart("sopClassUids");
        out.writeString(shape.kind().sopClassUid());
        out.writeEndArray();
        out.writeNumberField("numberOfInstances", shape.instances());
        out.writeNumberField("numberOfFrames", (long) shape.instances() * shape.frames());
        out.writeNumberField("size", facts.pixelBytes() * shape.instances());
        out.writeStringField("firstStoredAt", STORED_AT);
        out.writeStringField("lastStoredAt", STORED_AT);
        Attributes own = new Attributes();
        own.addAll(elements);
        own.setString(Tag.SeriesInstanceUID, uid);
        own.setString(Tag.SeriesNumber, Integer.toString(number + 1));
        attributes(out, own, SERIES, Tag.SeriesInstanceUID, Tag.SeriesNumber);
        out.writeEndObject();
    }

    private static void attributes(JsonGenerator out, Attributes elements, int[] tags, int... more) throws IOException {
        Attributes selected = new Attributes();
        selected.addSelected(elements, tags);
        selected.addSelected(elements, more);
        out.writeFieldName("attributes");
        DicomJson.write(selected, out, NONE);
    }
}
