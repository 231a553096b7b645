/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * What the instances of a study have in common.
 *
 * @param key of the study, from which its identifiers are made
 * @param patientName Patient's Name
 * @param patientId Patient ID
 * @param description Study Description
 * @param date Study Date
 * @param time Study Time
 */
record PhantomStudy(String key, String patientName, String patientId, String description, String date, String time) {

    /** UIDs from UUIDs (PS3.5 B.2), here UUIDs of a name, so that they are the same every time. */
    String uid(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(("isocenter-phantom/" + key + "/" + name).getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    String frameOfReferenceUid() {
        return uid("frame of reference");
    }

    String seriesInstanceUid(int series) {
        return uid("series/" + series);
    }

    String sopInstanceUid(int series, int instance) {
        return uid("series/" + series + "/" + instance);
    }

    /**
     * An instance with all that is not about its content.
     *
     * @param sopClassUid SOP Class UID
     * @param modality Modality
     * @param series Series Number
     * @param seriesDescription Series Description
     * @param instance Instance Number
     */
    Attributes instance(String sopClassUid, String modality, int series, String seriesDescription, int instance) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientName, VR.PN, patientName);
        attributes.setString(Tag.PatientID, VR.LO, patientId);
        attributes.setString(Tag.PatientBirthDate, VR.DA, "19700101");
        attributes.setString(Tag.PatientSex, VR.CS, "O");
        attributes.setString(Tag.StudyInstanceUID, VR.UI, uid("study"));
        attributes.setString(Tag.StudyDate, VR.DA, date);
        attributes.setString(Tag.StudyTime, VR.TM, time);
        attributes.setString(Tag.StudyID, VR.SH, "1");
        attributes.setString(Tag.AccessionNumber, VR.SH, patientId + "-1");
        attributes.setString(Tag.StudyDescription, VR.LO, description);
        attributes.setNull(Tag.ReferringPhysicianName, VR.PN);
        attributes.setString(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid(series));
        attributes.setString(Tag.Modality, VR.CS, modality);
        attributes.setInt(Tag.SeriesNumber, VR.IS, series);
        attributes.setString(Tag.SeriesDescription, VR.LO, seriesDescription);
        attributes.setString(Tag.SeriesDate, VR.DA, date);
        attributes.setString(Tag.SeriesTime, VR.TM, time);
        attributes.setString(Tag.Manufacturer, VR.LO, "Isocenter");
        attributes.setString(Tag.ManufacturerModelName, VR.LO, "Phantom");
        attributes.setString(Tag.DeviceSerialNumber, VR.LO, "1");
        attributes.setString(Tag.SoftwareVersions, VR.LO, "1");
        attributes.setString(Tag.SOPClassUID, VR.UI, sopClassUid);
        attributes.setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid(series, instance));
        attributes.setInt(Tag.InstanceNumber, VR.IS, instance);
        attributes.setString(Tag.ContentDate, VR.DA, date);
        attributes.setString(Tag.ContentTime, VR.TM, time);
        return attributes;
    }

    /** A reference to an instance (PS3.3 table 10-11). */
    Attributes reference(String sopClassUid, int series, int instance) {
        Attributes reference = new Attributes();
        reference.setString(Tag.ReferencedSOPClassUID, VR.UI, sopClassUid);
        reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, sopInstanceUid(series, instance));
        return reference;
    }
}
