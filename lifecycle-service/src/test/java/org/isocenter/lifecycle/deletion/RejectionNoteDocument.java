/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import org.isocenter.archive.model.RejectionReason;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.testkit.SyntheticStudy;

/** Key Object Selection Documents that reject instances of a study. */
final class RejectionNoteDocument {

    private RejectionNoteDocument() {}

    static String seriesInstanceUid(SyntheticStudy study) {
        return study.studyInstanceUid() + ".9";
    }

    /** A note, of a series of its own, that rejects the instances of the first series from the first up to a number. */
    static Attributes of(SyntheticStudy study, int number, RejectionReason reason, int instances) {
        Attributes first = study.instance(0, 0);
        Attributes note = new Attributes();
        note.setString(Tag.SOPClassUID, UID.KeyObjectSelectionDocumentStorage);
        note.setString(Tag.SOPInstanceUID, seriesInstanceUid(study) + "." + number);
        note.setString(Tag.PatientID, first.getString(Tag.PatientID));
        note.setString(Tag.Modality, "KO");
        note.setString(Tag.StudyInstanceUID, study.studyInstanceUid());
        note.setString(Tag.SeriesInstanceUID, seriesInstanceUid(study));
        Attributes title = new Attributes();
        title.setString(Tag.CodeValue, reason.codeValue());
        title.setString(Tag.CodingSchemeDesignator, RejectionReason.CODING_SCHEME);
        title.setString(Tag.CodeMeaning, reason.codeMeaning());
        note.newSequence(Tag.ConceptNameCodeSequence).add(title);
        Attributes series = new Attributes();
        series.setString(Tag.SeriesInstanceUID, first.getString(Tag.SeriesInstanceUID));
        series.newSequence(Tag.ReferencedSOPSequence);
        for (int i = 0; i < instances; i++) {
            Attributes reference = new Attributes();
            reference.setString(Tag.ReferencedSOPClassUID, first.getString(Tag.SOPClassUID));
            reference.setString(Tag.ReferencedSOPInstanceUID, study.sopInstanceUid(0, i));
            series.getSequence(Tag.ReferencedSOPSequence).add(reference);
        }
        Attributes evidence = new Attributes();
        evidence.setString(Tag.StudyInstanceUID, study.studyInstanceUid());
        evidence.newSequence(Tag.ReferencedSeriesSequence).add(series);
        note.newSequence(Tag.CurrentRequestedProcedureEvidenceSequence).add(evidence);
        return note;
    }
}
