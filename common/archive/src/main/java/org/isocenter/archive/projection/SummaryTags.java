/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.projection;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** Which attributes a summary holds. */
final class SummaryTags {

    static final int[] STUDY = {
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
        Tag.ResponsiblePerson,
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
        Tag.AdmissionID,
        Tag.TimezoneOffsetFromUTC
    };

    static final int[] SERIES = {
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

    private SummaryTags() {}

    static Attributes select(Attributes all, int[] tags) {
        Attributes selected = new Attributes();
        selected.addSelected(all, Tag.SpecificCharacterSet);
        selected.addSelected(all, tags);
        return selected;
    }
}
