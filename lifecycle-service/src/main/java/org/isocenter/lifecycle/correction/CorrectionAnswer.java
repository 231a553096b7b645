/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.OptionalInt;

import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionCodec;
import org.isocenter.archive.correction.CorrectionHistory;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers about corrections, as JSON. */
final class CorrectionAnswer {

    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private CorrectionAnswer() {}

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

    /** A record. */
    static byte[] of(Correction correction) {
        return json(out -> CorrectionCodec.writeMembers(correction, out));
    }

    /** All records of a study, and the corrections of its patient that apply. */
    static byte[] of(String studyInstanceUid, StudyCorrections corrections) {
        return json(out -> {
            out.writeStringField("studyInstanceUid", studyInstanceUid);
            writeHistory(corrections.history(), out);
            out.writeArrayFieldStart("ofPatient");
            for (Correction each : corrections.ofPatient()) {
                CorrectionCodec.write(each, out);
            }
            out.writeEndArray();
        });
    }

    /** All records of a patient. */
    static byte[] of(PatientKey patient, CorrectionHistory history, Collection<String> studies) {
        return json(out -> {
            out.writeStringField("issuer", patient.issuer());
            out.writeStringField("patientId", patient.patientId());
            writeStudies(studies, out);
            writeHistory(history, out);
        });
    }

    private static void writeStudies(Collection<String> studies, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("studies");
        for (String each : studies) {
            out.writeString(each);
        }
        out.writeEndArray();
    }

    private static void writeHistory(CorrectionHistory history, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("corrections");
        for (Correction each : history.records()) {
            out.writeStartObject();
            CorrectionCodec.writeMembers(each, out);
            OptionalInt revokedBy = history.revocationOf(each.number());
            if (revokedBy.isPresent()) {
                out.writeNumberField("revokedBy", revokedBy.getAsInt());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** What a correction would do. */
    static byte[] preview(Correction draft, Collection<String> studies, Attributes before, Attributes after) {
        return json(out -> {
            out.writeStringField("scope", draft.target().scope().name());
            writeStudies(studies, out);
            out.writeFieldName("before");
            DicomJson.write(before, out, (path, vr, bulk) -> null);
            out.writeFieldName("after");
            DicomJson.write(after, out, (path, vr, bulk) -> null);
        });
    }
}
