/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.projection;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Which attributes a summary holds, by the level of the information model at which they stand (PS3.4 C.3 and C.6.1.1). */
public final class SummaryTags {

    private static final int[] PATIENT = {
        Tag.PatientName,
        Tag.PatientID,
        Tag.IssuerOfPatientID,
        Tag.TypeOfPatientID,
        Tag.IssuerOfPatientIDQualifiersSequence,
        Tag.PatientBirthDate,
        Tag.PatientBirthTime,
        Tag.PatientSex,
        Tag.OtherPatientIDs,
        Tag.OtherPatientIDsSequence,
        Tag.OtherPatientNames,
        Tag.EthnicGroup,
        Tag.PatientComments,
        Tag.PatientSpeciesDescription,
        Tag.PatientBreedDescription,
        Tag.ResponsiblePerson
    };

    private static final int[] STUDY = {
        Tag.StudyInstanceUID,
        Tag.StudyID,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.IssuerOfAccessionNumberSequence,
        Tag.ReferringPhysicianName,
        Tag.ConsultingPhysicianName,
        Tag.StudyDescription,
        Tag.ProcedureCodeSequence,
        Tag.PhysiciansOfRecord,
        Tag.NameOfPhysiciansReadingStudy,
        Tag.AdmittingDiagnosesDescription,
        Tag.PatientAge,
        Tag.PatientSize,
        Tag.PatientWeight,
        Tag.Occupation,
        Tag.AdditionalPatientHistory,
        Tag.AdmissionID
    };

    private static final int[] SERIES = {
        Tag.SeriesInstanceUID,
        Tag.SeriesNumber,
        Tag.Modality,
        Tag.SeriesDescription,
        Tag.SeriesDescriptionCodeSequence,
        Tag.SeriesDate,
        Tag.SeriesTime,
        Tag.BodyPartExamined,
        Tag.Laterality,
        Tag.PatientPosition,
        Tag.ProtocolName,
        Tag.PerformingPhysicianName,
        Tag.OperatorsName,
        Tag.FrameOfReferenceUID,
        Tag.Manufacturer,
        Tag.ManufacturerModelName,
        Tag.DeviceSerialNumber,
        Tag.StationName,
        Tag.InstitutionName,
        Tag.InstitutionalDepartmentName,
        Tag.PerformedProcedureStepID,
        Tag.PerformedProcedureStepDescription,
        Tag.PerformedProcedureStepStartDate,
        Tag.PerformedProcedureStepStartTime,
        Tag.RequestAttributesSequence
    };

    /** Bytes of a value; PS3.5 table 6.2-1: text of VR LT has 10,240 characters, of up to four bytes each. */
    private static final int MAX_LENGTH = 40 * 1024;

    private SummaryTags() {}

    /** Attributes of the patient. */
    public static int[] ofPatient() {
        return PATIENT.clone();
    }

    /** Attributes of the study, without those of its patient. */
    public static int[] ofStudy() {
        return STUDY.clone();
    }

    /** Attributes of a series. */
    public static int[] ofSeries() {
        return SERIES.clone();
    }

    /** What the summary of a study has of an instance of it. */
    static Attributes selectStudy(Attributes all) {
        Attributes selected = select(all, PATIENT);
        addShort(selected, all, STUDY);
        selected.addSelected(all, Tag.TimezoneOffsetFromUTC);
        return selected;
    }

    /** What the summary of a series has of an instance of it. */
    static Attributes selectSeries(Attributes all) {
        return select(all, SERIES);
    }

    private static Attributes select(Attributes all, int[] tags) {
        Attributes selected = new Attributes();
        selected.addSelected(all, Tag.SpecificCharacterSet);
        addShort(selected, all, tags);
        return selected;
    }

    /** The attributes that are there; without values so long that they would keep the summary from being published. */
    private static void addShort(Attributes selected, Attributes all, int[] tags) {
        for (int tag : tags) {
            if (isShort(all, tag)) {
                selected.addSelected(all, tag);
            }
        }
    }

    private static boolean isShort(Attributes all, int tag) {
        Object value = all.getValue(tag);
        if (value instanceof Sequence) {
            Attributes alone = new Attributes(1);
            alone.addSelected(all, tag);
            return DatasetWriter.toBytes(alone, TransferSyntax.EXPLICIT_LITTLE_ENDIAN).length <= MAX_LENGTH;
        }
        return !(value instanceof byte[] bytes) || bytes.length <= MAX_LENGTH;
    }
}
