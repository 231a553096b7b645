/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dicomdir;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/** Types of directory records with the keys that each has (PS3.3 F.5, PS3.11 D.3.3). */
enum RecordType {
    PATIENT("PATIENT", Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex),
    STUDY(
            "STUDY",
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.StudyDescription,
            Tag.StudyInstanceUID,
            Tag.StudyID),
    SERIES(
            "SERIES",
            Tag.Modality,
            Tag.InstitutionName,
            Tag.InstitutionAddress,
            Tag.SeriesDescription,
            Tag.PerformingPhysicianName,
            Tag.SeriesInstanceUID,
            Tag.SeriesNumber),
    IMAGE(
            "IMAGE",
            Tag.ImageType,
            Tag.InstanceNumber,
            Tag.ImagePositionPatient,
            Tag.ImageOrientationPatient,
            Tag.FrameOfReferenceUID,
            Tag.NumberOfFrames,
            Tag.Rows,
            Tag.Columns,
            Tag.PixelSpacing,
            Tag.LossyImageCompressionRatio),
    RT_DOSE("RT DOSE", Tag.InstanceNumber, Tag.DoseSummationType),
    RT_STRUCTURE_SET(
            "RT STRUCTURE SET", Tag.InstanceNumber, Tag.StructureSetLabel, Tag.StructureSetDate, Tag.StructureSetTime),
    RT_PLAN("RT PLAN", Tag.InstanceNumber, Tag.RTPlanLabel, Tag.RTPlanDate, Tag.RTPlanTime),
    RT_TREAT_RECORD("RT TREAT RECORD", Tag.InstanceNumber, Tag.TreatmentDate, Tag.TreatmentTime),
    PRESENTATION(
            "PRESENTATION",
            Tag.InstanceNumber,
            Tag.ContentLabel,
            Tag.ContentDescription,
            Tag.PresentationCreationDate,
            Tag.PresentationCreationTime,
            Tag.ContentCreatorName,
            Tag.ReferencedSeriesSequence),
    WAVEFORM("WAVEFORM", Tag.InstanceNumber, Tag.ContentDate, Tag.ContentTime),
    SR_DOCUMENT(
            "SR DOCUMENT",
            Tag.InstanceNumber,
            Tag.CompletionFlag,
            Tag.VerificationFlag,
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.ConceptNameCodeSequence),
    KEY_OBJECT_DOC("KEY OBJECT DOC", Tag.InstanceNumber, Tag.ContentDate, Tag.ContentTime, Tag.ConceptNameCodeSequence),
    SPECTROSCOPY(
            "SPECTROSCOPY",
            Tag.ImageType,
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.InstanceNumber,
            Tag.NumberOfFrames,
            Tag.Rows,
            Tag.Columns,
            Tag.DataPointRows,
            Tag.DataPointColumns),
    RAW_DATA("RAW DATA", Tag.ContentDate, Tag.ContentTime, Tag.InstanceNumber),
    REGISTRATION(
            "REGISTRATION",
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.InstanceNumber,
            Tag.ContentLabel,
            Tag.ContentDescription,
            Tag.ContentCreatorName),
    FIDUCIAL(
            "FIDUCIAL",
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.InstanceNumber,
            Tag.ContentLabel,
            Tag.ContentDescription,
            Tag.ContentCreatorName),
    ENCAP_DOC(
            "ENCAP DOC",
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.InstanceNumber,
            Tag.DocumentTitle,
            Tag.ConceptNameCodeSequence,
            Tag.MIMETypeOfEncapsulatedDocument),
    VALUE_MAP(
            "VALUE MAP",
            Tag.ContentDate,
            Tag.ContentTime,
            Tag.InstanceNumber,
            Tag.ContentLabel,
            Tag.ContentDescription,
            Tag.ContentCreatorName),
    STEREOMETRIC("STEREOMETRIC");

    private static final String WAVEFORMS = "1.2.840.10008.5.1.4.1.1.9.";
    private static final String PRESENTATION_STATES = "1.2.840.10008.5.1.4.1.1.11.";
    private static final String STRUCTURED_REPORTS = "1.2.840.10008.5.1.4.1.1.88.";
    private static final String ENCAPSULATED_DOCUMENTS = "1.2.840.10008.5.1.4.1.1.104.";

    private final String value;
    private final int[] keys;

    RecordType(String value, int... keys) {
        this.value = value;
        this.keys = keys;
    }

    /** Directory Record Type (0004,1430). */
    String value() {
        return value;
    }

    /** The attributes of an instance that its record repeats. */
    int[] keys() {
        return keys.clone();
    }

    /** The type of the record of an instance; classes that have none of their own here are images (PS3.3 F.4). */
    static RecordType of(String sopClassUid) {
        return switch (sopClassUid) {
            case UID.RTDoseStorage -> RT_DOSE;
            case UID.RTStructureSetStorage -> RT_STRUCTURE_SET;
            case UID.RTPlanStorage, UID.RTIonPlanStorage -> RT_PLAN;
            case UID.RTBeamsTreatmentRecordStorage,
                    UID.RTBrachyTreatmentRecordStorage,
                    UID.RTTreatmentSummaryRecordStorage,
                    UID.RTIonBeamsTreatmentRecordStorage -> RT_TREAT_RECORD;
            case UID.KeyObjectSelectionDocumentStorage -> KEY_OBJECT_DOC;
            case UID.MRSpectroscopyStorage -> SPECTROSCOPY;
            case UID.RawDataStorage -> RAW_DATA;
            case UID.SpatialRegistrationStorage, UID.DeformableSpatialRegistrationStorage -> REGISTRATION;
            case UID.SpatialFiducialsStorage -> FIDUCIAL;
            case UID.RealWorldValueMappingStorage -> VALUE_MAP;
            case UID.StereometricRelationshipStorage -> STEREOMETRIC;
            default -> ofFamily(sopClassUid);
        };
    }

    private static RecordType ofFamily(String sopClassUid) {
        if (sopClassUid.startsWith(WAVEFORMS)) {
            return sopClassUid.startsWith(WAVEFORMS + "100.") ? PRESENTATION : WAVEFORM;
        }
        if (sopClassUid.startsWith(PRESENTATION_STATES)) {
            return PRESENTATION;
        }
        if (sopClassUid.startsWith(STRUCTURED_REPORTS)) {
            return SR_DOCUMENT;
        }
        return sopClassUid.startsWith(ENCAPSULATED_DOCUMENTS) ? ENCAP_DOC : IMAGE;
    }
}
