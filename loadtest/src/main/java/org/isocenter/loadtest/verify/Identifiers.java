/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Identifiers of queries and retrievals (PS3.4 C.4). */
final class Identifiers {

    private Identifiers() {}

    static byte[] study(String studyInstanceUid) {
        return encode(level("STUDY", studyInstanceUid));
    }

    static byte[] instance(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
        Attributes keys = level("IMAGE", studyInstanceUid);
        keys.setString(Tag.SeriesInstanceUID, seriesInstanceUid);
        keys.setString(Tag.SOPInstanceUID, sopInstanceUid);
        return encode(keys);
    }

    /** Searches a study by its UID and wants to know how many instances it has. */
    static byte[] findStudy(String studyInstanceUid) {
        Attributes keys = level("STUDY", studyInstanceUid);
        keys.setNull(Tag.NumberOfStudyRelatedInstances);
        return encode(keys);
    }

    /** Searches studies by patient and order. */
    static byte[] findOrder(String patientId, String accessionNumber) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, "STUDY");
        keys.setString(Tag.PatientID, patientId);
        keys.setString(Tag.AccessionNumber, accessionNumber);
        keys.setNull(Tag.StudyInstanceUID);
        return encode(keys);
    }

    private static Attributes level(String level, String studyInstanceUid) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, level);
        keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        return keys;
    }

    private static byte[] encode(Attributes keys) {
        return DatasetWriter.toBytes(keys, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }
}
