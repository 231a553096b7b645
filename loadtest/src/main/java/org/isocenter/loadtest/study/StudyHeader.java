/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/** The elements of the first instance of a study. */
final class StudyHeader {

    private static final int PATIENT_SALT = 0x9a71e;
    private static final int STUDY_SALT = 0x57d1;
    private static final int DAYS = 3650;
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final List<String> REGIONS =
            List.of("CHEST", "ABDOMEN", "HEAD", "PELVIS", "KNEE", "SPINE", "NECK", "SHOULDER");
    private static final List<String> HOSPITALS =
            List.of("St. Elsewhere", "City General", "University Hospital", "Lakeside Imaging", "Riverside Clinic");

    private final Attributes attributes;
    private final PatientNames.Name name;
    private final String studyDate;
    private final String description;

    private StudyHeader(Attributes attributes, PatientNames.Name name, String studyDate, String description) {
        this.attributes = attributes;
        this.name = name;
        this.studyDate = studyDate;
        this.description = description;
    }

    static StudyHeader of(StudyShape shape, StudyIdentifiers identifiers, long seed, int study, int patient) {
        Random patientRandom = Randoms.of(seed + PATIENT_SALT, patient);
        Random random = Randoms.of(seed + STUDY_SALT, study);
        PatientNames.Name name = PatientNames.choose(patientRandom);
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        String description = shape.kind().modality() + " " + region;
        String date = LAST_DAY.minusDays(random.nextInt(DAYS)).format(DateTimeFormatter.BASIC_ISO_DATE);
        Attributes attributes = elements(shape, seed + study);
        attributes.setSpecificCharacterSet(name.characterSet().toArray(new String[0]));
        if (name.characterSet().isEmpty()) {
            attributes.remove(Tag.SpecificCharacterSet);
        }
        attributes.setString(Tag.PatientName, VR.PN, name.text());
        attributes.setString(Tag.PatientID, VR.LO, identifiers.patientId(patient));
        attributes.setString(Tag.IssuerOfPatientID, VR.LO, "LOADTEST");
        attributes.setString(
                Tag.PatientBirthDate,
                VR.DA,
                LocalDate.of(1930, 1, 1)
                        .plusDays(patientRandom.nextInt(31_000))
                        .format(DateTimeFormatter.BASIC_ISO_DATE));
        attributes.setString(Tag.PatientSex, VR.CS, patientRandom.nextBoolean() ? "F" : "M");
        attributes.setString(Tag.StudyInstanceUID, VR.UI, identifiers.studyInstanceUid(study));
        attributes.setString(Tag.AccessionNumber, VR.SH, identifiers.accessionNumber(study));
        attributes.setString(Tag.StudyID, VR.SH, Integer.toString(study));
        attributes.setString(Tag.StudyDate, VR.DA, date);
        attributes.setString(Tag.SeriesDate, VR.DA, date);
        attributes.setString(Tag.ContentDate, VR.DA, date);
        attributes.setString(
                Tag.StudyTime,
                VR.TM,
                String.format(
                        Locale.ROOT, "%02d%02d%02d", 7 + random.nextInt(12), random.nextInt(60), random.nextInt(60)));
        attributes.setString(Tag.StudyDescription, VR.LO, description);
        attributes.setString(Tag.SeriesDescription, VR.LO, description);
        attributes.setString(Tag.BodyPartExamined, VR.CS, region);
        attributes.setString(Tag.InstitutionName, VR.LO, HOSPITALS.get(random.nextInt(HOSPITALS.size())));
        attributes.setString(Tag.ReferringPhysicianName, VR.PN, "Referrer^" + (char) ('A' + random.nextInt(26)));
        return new StudyHeader(attributes, name, date, description);
    }

    private static Attributes elements(StudyShape shape, long seed) {
        SyntheticKind kind = shape.kind().synthetic() == null
                ? SyntheticKind.CT
                : shape.kind().synthetic();
        Attributes attributes = SyntheticStudy.of(kind, seed)
                .withSize(8, 8)
                .withSlices(shape.frames() > 1 && kind.isMultiframe() ? shape.frames() : 1)
                .instance(0, 0);
        attributes.remove(Tag.PixelData);
        if (shape.kind() == ImageKind.WSI) {
            WholeSlide.writeTo(attributes, shape);
        }
        attributes.setString(Tag.SOPClassUID, VR.UI, shape.kind().sopClassUid());
        attributes.setString(Tag.Modality, VR.CS, shape.kind().modality());
        attributes.setInt(Tag.Rows, VR.US, shape.rows());
        attributes.setInt(Tag.Columns, VR.US, shape.columns());
        if (shape.kind().isMultiframe()) {
            attributes.setInt(Tag.NumberOfFrames, VR.IS, shape.frames());
        }
        return attributes;
    }

    Attributes attributes() {
        return attributes;
    }

    PatientNames.Name name() {
        return name;
    }

    String studyDate() {
        return studyDate;
    }

    String description() {
        return description;
    }
}
