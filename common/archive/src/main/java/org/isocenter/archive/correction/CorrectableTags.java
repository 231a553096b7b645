/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.Tag;

/**
 * Which attributes may be corrected at which level: those of the modules that describe it (PS3.3 C.7), each at one level only but
 * for those of the patient, which may be corrected for a single study too. Never UIDs, file meta information, nor what describes pixels.
 */
final class CorrectableTags {

    private static final Set<Integer> PATIENT = of(
            Tag.PatientName,
            Tag.PatientID,
            Tag.IssuerOfPatientID,
            Tag.TypeOfPatientID,
            Tag.IssuerOfPatientIDQualifiersSequence,
            Tag.PatientBirthDate,
            Tag.PatientBirthTime,
            Tag.PatientBirthDateInAlternativeCalendar,
            Tag.PatientDeathDateInAlternativeCalendar,
            Tag.PatientAlternativeCalendar,
            Tag.PatientSex,
            Tag.QualityControlSubject,
            Tag.OtherPatientIDs,
            Tag.OtherPatientIDsSequence,
            Tag.OtherPatientNames,
            Tag.PatientBirthName,
            Tag.PatientMotherBirthName,
            Tag.PatientAddress,
            Tag.PatientTelephoneNumbers,
            Tag.CountryOfResidence,
            Tag.EthnicGroup,
            Tag.EthnicGroupCodeSequence,
            Tag.PatientComments,
            Tag.PatientSpeciesDescription,
            Tag.PatientSpeciesCodeSequence,
            Tag.PatientBreedDescription,
            Tag.PatientBreedCodeSequence,
            Tag.BreedRegistrationSequence,
            Tag.ResponsiblePerson,
            Tag.ResponsiblePersonRole,
            Tag.ResponsibleOrganization,
            Tag.PatientIdentityRemoved,
            Tag.DeidentificationMethod);

    private static final Set<Integer> STUDY = of(
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.IssuerOfAccessionNumberSequence,
            Tag.StudyID,
            Tag.StudyDescription,
            Tag.ReferringPhysicianName,
            Tag.ReferringPhysicianIdentificationSequence,
            Tag.ConsultingPhysicianName,
            Tag.ConsultingPhysicianIdentificationSequence,
            Tag.PhysiciansOfRecord,
            Tag.PhysiciansOfRecordIdentificationSequence,
            Tag.NameOfPhysiciansReadingStudy,
            Tag.PhysiciansReadingStudyIdentificationSequence,
            Tag.RequestingServiceCodeSequence,
            Tag.ProcedureCodeSequence,
            Tag.ReasonForPerformedProcedureCodeSequence,
            Tag.AdmittingDiagnosesDescription,
            Tag.AdmittingDiagnosesCodeSequence,
            Tag.PatientAge,
            Tag.PatientSize,
            Tag.PatientWeight,
            Tag.MedicalAlerts,
            Tag.Allergies,
            Tag.SmokingStatus,
            Tag.PregnancyStatus,
            Tag.LastMenstrualDate,
            Tag.SpecialNeeds,
            Tag.PatientState,
            Tag.PatientSexNeutered,
            Tag.Occupation,
            Tag.AdditionalPatientHistory,
            Tag.AdmissionID,
            Tag.IssuerOfAdmissionIDSequence,
            Tag.ServiceEpisodeID,
            Tag.ServiceEpisodeDescription);

    private static final Set<Integer> SERIES = of(
            Tag.SeriesNumber,
            Tag.Modality,
            Tag.SeriesDescription,
            Tag.SeriesDescriptionCodeSequence,
            Tag.SeriesDate,
            Tag.SeriesTime,
            Tag.BodyPartExamined,
            Tag.Laterality,
            Tag.PatientPosition,
            Tag.AnatomicalOrientationType,
            Tag.ProtocolName,
            Tag.PerformingPhysicianName,
            Tag.PerformingPhysicianIdentificationSequence,
            Tag.OperatorsName,
            Tag.OperatorIdentificationSequence,
            Tag.StationName,
            Tag.InstitutionName,
            Tag.InstitutionAddress,
            Tag.InstitutionCodeSequence,
            Tag.InstitutionalDepartmentName,
            Tag.PerformedProcedureStepID,
            Tag.PerformedProcedureStepDescription,
            Tag.PerformedProcedureStepStartDate,
            Tag.PerformedProcedureStepStartTime,
            Tag.PerformedProcedureStepEndDate,
            Tag.PerformedProcedureStepEndTime,
            Tag.PerformedProtocolCodeSequence,
            Tag.CommentsOnThePerformedProcedureStep,
            Tag.RequestAttributesSequence);

    private static final Set<Integer> INSTANCE = of(
            Tag.InstanceNumber,
            Tag.PatientOrientation,
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.AcquisitionNumber,
            Tag.AcquisitionDate,
            Tag.AcquisitionTime,
            Tag.AcquisitionDateTime,
            Tag.ImageComments,
            Tag.ImageLaterality,
            Tag.ViewPosition,
            Tag.ViewCodeSequence,
            Tag.AnatomicRegionSequence,
            Tag.DerivationDescription,
            Tag.QualityControlImage,
            Tag.BurnedInAnnotation,
            Tag.RecognizableVisualFeatures,
            Tag.ContentLabel,
            Tag.ContentDescription,
            Tag.ContentCreatorName,
            Tag.DocumentTitle);

    /** Type 2 in their modules: present, though perhaps empty (PS3.5 7.4.3). */
    private static final Set<Integer> ALWAYS_PRESENT = of(
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.StudyID,
            Tag.ReferringPhysicianName,
            Tag.SeriesNumber,
            Tag.Modality,
            Tag.InstanceNumber);

    private CorrectableTags() {}

    private static Set<Integer> of(int... tags) {
        return Arrays.stream(tags).boxed().collect(Collectors.toUnmodifiableSet());
    }

    static boolean isAllowed(CorrectionScope scope, int tag) {
        return switch (scope) {
            case PATIENT -> PATIENT.contains(tag);
            case STUDY -> PATIENT.contains(tag) || STUDY.contains(tag);
            case SERIES -> SERIES.contains(tag);
            case INSTANCE -> INSTANCE.contains(tag);
        };
    }

    /** Whether it may be removed, not only emptied. */
    static boolean isRemovable(int tag) {
        return !ALWAYS_PRESENT.contains(tag);
    }

    /** Whether it may be empty: not Modality (type 1), nor what a patient is told by. */
    static boolean mayBeEmpty(CorrectionScope scope, int tag) {
        return tag != Tag.Modality && !(scope == CorrectionScope.PATIENT && tag == Tag.PatientID);
    }
}
