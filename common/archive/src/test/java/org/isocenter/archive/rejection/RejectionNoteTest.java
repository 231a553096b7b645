/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.time.Instant;
import java.util.Optional;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionNoteTest {

    private static final InstanceUids NOTE = new InstanceUids("1.2", "1.2.9", "1.2.9.1");

    private final Attributes document = new Attributes();

    private void title(String codeValue, String scheme) {
        Attributes title = new Attributes();
        title.setString(Tag.CodeValue, codeValue);
        title.setString(Tag.CodingSchemeDesignator, scheme);
        document.newSequence(Tag.ConceptNameCodeSequence).add(title);
    }

    private void evidence(String study, String series, String... instances) {
        Attributes ofSeries = new Attributes();
        ofSeries.setString(Tag.SeriesInstanceUID, series);
        ofSeries.newSequence(Tag.ReferencedSOPSequence);
        for (String each : instances) {
            Attributes instance = new Attributes();
            instance.setString(Tag.ReferencedSOPInstanceUID, each);
            ofSeries.getSequence(Tag.ReferencedSOPSequence).add(instance);
        }
        Attributes ofStudy = new Attributes();
        ofStudy.setString(Tag.StudyInstanceUID, study);
        ofStudy.newSequence(Tag.ReferencedSeriesSequence).add(ofSeries);
        document.newSequence(Tag.CurrentRequestedProcedureEvidenceSequence).add(ofStudy);
    }

    private Optional<RejectionNote> note(String sopClassUid) {
        return RejectionNote.of(new StoredInstance(
                NOTE,
                sopClassUid,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key"),
                new Digest("a".repeat(64)),
                300,
                1000,
                0,
                Instant.EPOCH,
                "SENDER",
                "main",
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(document, TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                new byte[0],
                new byte[0]));
    }

    private Optional<RejectionNote> note() {
        return note(UID.KeyObjectSelectionDocumentStorage);
    }

    @ParameterizedTest
    @EnumSource
    void title_saysTheReason(RejectionReason reason) {
        title(reason.codeValue(), "DCM");
        evidence("1.2", "1.2.1", "1.2.1.1", "1.2.1.2", "1.2.1.1");
        RejectionNote note = note().orElseThrow();
        assertThat(note.reason()).isEqualTo(reason);
        assertThat(note.sourceAet()).isEqualTo("SENDER");
        assertThat(note.rejected())
                .containsExactly(
                        new InstanceUids("1.2", "1.2.1", "1.2.1.1"), new InstanceUids("1.2", "1.2.1", "1.2.1.2"));
    }

    @Test
    void otherDocuments_areNone() {
        assertThat(note()).isEmpty();
        title("113000", "DCM");
        assertThat(note()).isEmpty();
    }

    @Test
    void titleOfAnotherScheme_isNone() {
        title("113001", "99LOCAL");
        assertThat(note()).isEmpty();
    }

    @Test
    void otherSopClass_isNone() {
        title("113001", "DCM");
        assertThat(note(UID.BasicTextSRStorage)).isEmpty();
    }

    @Test
    void noteOfNothing_ofItselfAndOfWhatIsNoUid_rejectsNothing() {
        title("113001", "DCM");
        assertThat(note().orElseThrow().rejected()).isEmpty();
        evidence("1.2", "1.2.9", "1.2.9.1", "", "1..2", "x");
        assertThat(note().orElseThrow().rejected()).isEmpty();
        evidence("", "1.2.9", "1.2.9.7");
        assertThat(note().orElseThrow().rejected()).isEmpty();
    }

    @Test
    void sequencesThatAreNone_areEmpty() {
        document.setBytes(Tag.ConceptNameCodeSequence, VR.UN, new byte[] {1, 2, 3, 4});
        assertThat(note()).isEmpty();
    }
}
