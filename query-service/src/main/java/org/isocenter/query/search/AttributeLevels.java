/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.Set;

import org.isocenter.dicom.data.Tag;

/** At which level of the information model an attribute stands (PS3.4 C.6.1.1 and C.3). */
public final class AttributeLevels {

    private static final Set<Integer> PATIENT = Set.of(
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
            Tag.NumberOfPatientRelatedStudies,
            Tag.NumberOfPatientRelatedSeries,
            Tag.NumberOfPatientRelatedInstances);

    private static final Set<Integer> STUDY = Set.of(
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
            Tag.ModalitiesInStudy,
            Tag.SOPClassesInStudy,
            Tag.NumberOfStudyRelatedSeries,
            Tag.NumberOfStudyRelatedInstances);

    private static final Set<Integer> SERIES = Set.of(
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
            Tag.RequestAttributesSequence,
            Tag.NumberOfSeriesRelatedInstances);

    private AttributeLevels() {}

    /** The level of an attribute; what is not known to stand higher belongs to an instance. */
    public static Level of(int tag) {
        if (PATIENT.contains(tag)) {
            return Level.PATIENT;
        }
        if (STUDY.contains(tag)) {
            return Level.STUDY;
        }
        return SERIES.contains(tag) ? Level.SERIES : Level.IMAGE;
    }
}
