/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.List;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommitmentModuleTest {

    private static final InstanceReference PLAIN = new InstanceReference("1.1", "2.1");

    private static InstanceReference below(String study, String series, String sopClassUid, String sopInstanceUid) {
        return new InstanceReference(sopClassUid, sopInstanceUid, Optional.of(new SeriesKey(study, series)));
    }

    private static void assertRefused(Attributes request, ErrorCode code) {
        assertThatThrownBy(() -> CommitmentModule.references(request, 2))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void references_ofBothForms() {
        List<InstanceReference> references = List.of(
                PLAIN,
                below("5", "6", "1.1", "2.2"),
                below("5", "6", "1.1", "2.3"),
                below("5", "6", "1.2", "2.4"),
                below("5", "7", "1.1", "2.5"),
                below("8", "9", "1.1", "2.6"));
        Attributes request = CommitmentModule.request(references);
        assertThat(CommitmentModule.references(request, 6)).isEqualTo(references);
        assertThat(request.getSequence(Tag.ReferencedStudySequence)).hasSize(2);
        assertThat(request.getNested(Tag.ReferencedStudySequence).getSequence(Tag.ReferencedSeriesSequence))
                .hasSize(2);
    }

    @Test
    void references_missingMalformedOrTooMany() {
        assertRefused(new Attributes(), ErrorCode.BAD_REQUEST);
        assertRefused(CommitmentModule.request(List.of()), ErrorCode.BAD_REQUEST);
        assertRefused(CommitmentModule.request(List.of(new InstanceReference("1.1", "x"))), ErrorCode.BAD_REQUEST);
        assertRefused(CommitmentModule.request(List.of(PLAIN, PLAIN, PLAIN)), ErrorCode.LIMIT_EXCEEDED);
        Attributes studyAlone = new Attributes();
        Attributes study = new Attributes();
        study.setString(Tag.StudyInstanceUID, VR.UI, "1.2");
        studyAlone.newSequence(Tag.ReferencedStudySequence).add(study);
        assertRefused(studyAlone, ErrorCode.BAD_REQUEST);
    }

    @Test
    void result_hasTheFormOfTheRequest() {
        Attributes result = CommitmentModule.result(List.of(
                new Judgement(below("5", "6", "1.1", "2.2"), Optional.empty()),
                new Judgement(below("5", "6", "1.1", "2.3"), Optional.of(CommitmentFailure.NO_SUCH_OBJECT_INSTANCE))));
        assertThat(result.tags()).containsExactly(Tag.ReferencedStudySequence, Tag.FailedStudySequence);
        Attributes failed = result.getNested(Tag.FailedStudySequence)
                .getNested(Tag.ReferencedSeriesSequence)
                .getNested(Tag.ReferencedInstancesBySOPClassSequence)
                .getNested(Tag.ReferencedInstanceSequence);
        assertThat(failed.getString(Tag.ReferencedSOPInstanceUID)).isEqualTo("2.3");
        assertThat(failed.getInt(Tag.FailureReason, 0)).isEqualTo(0x0112);
    }
}
