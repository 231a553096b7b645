/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DimseResponse;
import org.isocenter.dicom.net.DimseResponses;
import org.isocenter.dicom.net.Priority;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.service.dicom.DicomServerBean;
import org.isocenter.testkit.DcmtkTools;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isocenter.query.TestArchive.FIRST;
import static org.isocenter.query.TestArchive.SECOND;
import static org.isocenter.query.TestArchive.THIRD;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** C-FIND as our own client and DCMTK's see it, on real engines. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class FindTest {

    private static final String STUDY_ROOT = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String PATIENT_ROOT = UID.PatientRootQueryRetrieveInformationModelFind;
    private static final byte[] NOTHING = {0, 0, 0};
    private static final byte[] ALL = {1, 1, 1};

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    DicomServerBean dicom;

    @Inject
    TestArchive archive;

    @BeforeEach
    void fill() throws Exception {
        EnginesProfile.awaitReady(port);
        archive.fill();
    }

    private Association connect(String sopClass, byte[] options) throws IOException {
        return AssociationRequestor.connect(
                new RemoteEndpoint("127.0.0.1", dicom.port()),
                AssociationRequest.builder("TEST", "ISOCENTER")
                        .context(sopClass, UID.ExplicitVRLittleEndian)
                        .extended(sopClass, options)
                        .build());
    }

    private List<DimseResponse> find(String sopClass, byte[] options, Attributes keys) throws IOException {
        try (Association association = connect(sopClass, options)) {
            return association.cfind(sopClass, Priority.MEDIUM, keys).readAll();
        }
    }

    private List<Attributes> matches(String sopClass, byte[] options, Attributes keys) throws IOException {
        List<DimseResponse> responses = find(sopClass, options, keys);
        assertThat(last(responses)).isZero();
        List<Attributes> matches = new ArrayList<>();
        for (DimseResponse each : responses.subList(0, responses.size() - 1)) {
            assertThat(each.status().code()).isEqualTo(0xFF00);
            matches.add(each.dataset().orElseThrow());
        }
        return matches;
    }

    private static int last(List<DimseResponse> responses) {
        return responses.get(responses.size() - 1).status().code();
    }

    private static List<String> values(List<Attributes> matches, int tag) {
        return matches.stream().map(each -> each.getString(tag)).toList();
    }

    private static Attributes keys(String level) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, level);
        return keys;
    }

    private static Attributes studies() {
        Attributes keys = keys("STUDY");
        keys.setNull(Tag.StudyInstanceUID);
        return keys;
    }

    @Test
    void studies_all() throws IOException {
        assertThat(values(matches(STUDY_ROOT, NOTHING, studies()), Tag.StudyInstanceUID))
                .contains(FIRST.studyInstanceUid(), SECOND.studyInstanceUid(), THIRD.studyInstanceUid());
    }

    @Test
    void studies_computedKeysAndNoOthers() throws IOException {
        Attributes keys = studies();
        keys.setString(Tag.AccessionNumber, FIRST.accessionNumber());
        keys.setNull(Tag.NumberOfPatientRelatedStudies);
        keys.setNull(Tag.NumberOfPatientRelatedSeries);
        keys.setNull(Tag.NumberOfPatientRelatedInstances);
        keys.setNull(Tag.NumberOfStudyRelatedSeries);
        keys.setNull(Tag.NumberOfStudyRelatedInstances);
        keys.setNull(Tag.ModalitiesInStudy);
        keys.setNull(Tag.SOPClassesInStudy);
        keys.setNull(Tag.InstanceAvailability);
        keys.setNull(Tag.AdmissionID);
        List<Attributes> matches = matches(STUDY_ROOT, NOTHING, keys);
        assertThat(matches).hasSize(1);
        Attributes match = matches.get(0);
        assertThat(match.getInt(Tag.NumberOfPatientRelatedStudies, -1)).isEqualTo(1);
        assertThat(match.getInt(Tag.NumberOfPatientRelatedSeries, -1)).isEqualTo(2);
        assertThat(match.getInt(Tag.NumberOfPatientRelatedInstances, -1)).isEqualTo(6);
        assertThat(match.getInt(Tag.NumberOfStudyRelatedSeries, -1)).isEqualTo(2);
        assertThat(match.getInt(Tag.NumberOfStudyRelatedInstances, -1)).isEqualTo(6);
        assertThat(match.getStrings(Tag.ModalitiesInStudy)).containsExactly("CT");
        assertThat(match.getStrings(Tag.SOPClassesInStudy)).containsExactly(UID.CTImageStorage);
        assertThat(match.getString(Tag.InstanceAvailability)).isEqualTo("ONLINE");
        assertThat(match.getString(Tag.RetrieveAETitle)).isEqualTo("ISOCENTER");
        assertThat(match.contains(Tag.AdmissionID)).isTrue();
        assertThat(match.contains(Tag.PatientName)).isFalse();
        assertThat(match.getString(Tag.QueryRetrieveLevel)).isEqualTo("STUDY");
    }

    @Test
    void studies_nameWithoutCaseInCharacterSetOfRequest() throws IOException {
        Attributes keys = studies();
        keys.setSpecificCharacterSet("ISO_IR 192");
        String name = FIRST.patient().patientName();
        keys.setString(Tag.PatientName, name.split("=")[0].toUpperCase(java.util.Locale.ROOT));
        keys.setString(Tag.PatientID, FIRST.patient().patientId());
        List<Attributes> matches = matches(STUDY_ROOT, NOTHING, keys);
        assertThat(values(matches, Tag.PatientName)).containsExactly(name);
    }

    @Test
    void studies_combinedDateTime() throws IOException {
        String date = FIRST.instance(0, 0).getString(Tag.StudyDate);
        Attributes keys = studies();
        keys.setString(Tag.StudyDate, date + "-" + date);
        keys.setString(Tag.StudyTime, "000000-235959");
        assertThat(values(matches(STUDY_ROOT, ALL, keys), Tag.StudyInstanceUID)).contains(FIRST.studyInstanceUid());
        keys.setString(Tag.StudyDate, "19000101-19000102");
        assertThat(matches(STUDY_ROOT, ALL, keys)).isEmpty();
    }

    @Test
    void studies_keyOfInstances() throws IOException {
        Attributes keys = studies();
        keys.setString(Tag.InstanceNumber, "1");
        List<DimseResponse> responses = find(STUDY_ROOT, NOTHING, keys);
        assertThat(responses.get(0).status().code()).isEqualTo(0xFF01);
        assertThat(last(responses)).isZero();
    }

    @Test
    void series_ofStudy() throws IOException {
        Attributes keys = keys("SERIES");
        keys.setString(Tag.StudyInstanceUID, FIRST.studyInstanceUid());
        keys.setNull(Tag.SeriesInstanceUID);
        keys.setNull(Tag.NumberOfSeriesRelatedInstances);
        List<Attributes> matches = matches(STUDY_ROOT, NOTHING, keys);
        assertThat(values(matches, Tag.SeriesInstanceUID))
                .containsExactlyInAnyOrder(FIRST.seriesInstanceUid(0), FIRST.seriesInstanceUid(1));
        assertThat(values(matches, Tag.NumberOfSeriesRelatedInstances)).containsExactly("3", "3");
    }

    @Test
    void images_ofSeries() throws IOException {
        Attributes keys = keys("IMAGE");
        keys.setString(Tag.StudyInstanceUID, FIRST.studyInstanceUid());
        keys.setString(Tag.SeriesInstanceUID, FIRST.seriesInstanceUid(0));
        keys.setNull(Tag.SOPInstanceUID);
        assertThat(values(matches(STUDY_ROOT, NOTHING, keys), Tag.SOPInstanceUID))
                .containsExactly(FIRST.sopInstanceUid(0, 0), FIRST.sopInstanceUid(0, 1), FIRST.sopInstanceUid(0, 2));
    }

    @Test
    void patients_each() throws IOException {
        Attributes keys = keys("PATIENT");
        keys.setNull(Tag.PatientID);
        keys.setNull(Tag.NumberOfPatientRelatedStudies);
        assertThat(values(matches(PATIENT_ROOT, NOTHING, keys), Tag.PatientID))
                .contains(FIRST.patient().patientId(), SECOND.patient().patientId())
                .doesNotHaveDuplicates();
    }

    @Test
    void hierarchy_withoutUniqueKeyAbove() throws IOException {
        Attributes keys = keys("SERIES");
        keys.setString(Tag.Modality, "MR");
        keys.setNull(Tag.SeriesInstanceUID);
        assertThat(last(find(STUDY_ROOT, NOTHING, keys))).isEqualTo(0xA900);
        assertThat(values(matches(STUDY_ROOT, ALL, keys), Tag.SeriesInstanceUID))
                .containsExactly(THIRD.seriesInstanceUid(0));
    }

    @Test
    void level_missingOrOfTheOtherModel() throws IOException {
        Attributes withoutLevel = studies();
        withoutLevel.remove(Tag.QueryRetrieveLevel);
        assertThat(last(find(STUDY_ROOT, NOTHING, withoutLevel))).isEqualTo(0xA900);
        assertThat(last(find(STUDY_ROOT, NOTHING, keys("PATIENT")))).isEqualTo(0xA900);
    }

    @Test
    void key_unreadable() throws IOException {
        Attributes keys = studies();
        keys.setString(Tag.StudyDate, "yesterday");
        assertThat(last(find(STUDY_ROOT, NOTHING, keys))).isEqualTo(0xC000);
    }

    @Test
    void cancel_beforeTheEnd() throws IOException {
        try (Association association = connect(STUDY_ROOT, NOTHING)) {
            DimseResponses responses = association.cfind(STUDY_ROOT, Priority.MEDIUM, studies());
            responses.cancel();
            List<DimseResponse> all = responses.readAll();
            assertThat(last(all)).isIn(0xFE00, 0x0000); // a short answer may be out before the cancel is in
        }
    }

    @Test
    void findscu_wildcardListAndSequence() {
        assumeTrue(DcmtkTools.areInstalled("findscu"), DcmtkTools.missing("findscu"));
        SyntheticStudy study = THIRD;
        String output = findscu(
                "-S",
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=" + study.studyInstanceUid() + "\\" + SECOND.studyInstanceUid(),
                "-k",
                "AccessionNumber=" + study.accessionNumber().substring(0, 5) + "*",
                "-k",
                "ProcedureCodeSequence[0].CodeValue=",
                "-k",
                "ModalitiesInStudy=MR");
        assertThat(output).contains(study.studyInstanceUid(), "(0008,1032)").doesNotContain(FIRST.studyInstanceUid());
    }

    @Test
    void findscu_patientRoot() {
        assumeTrue(DcmtkTools.areInstalled("findscu"), DcmtkTools.missing("findscu"));
        String id = FIRST.patient().patientId();
        assertThat(findscu("-P", "-k", "QueryRetrieveLevel=PATIENT", "-k", "PatientID=" + id, "-k", "PatientName"))
                .contains("(0010,0010)", id);
        assertThat(findscu("-P", "-k", "QueryRetrieveLevel=STUDY", "-k", "PatientID=" + id, "-k", "StudyInstanceUID"))
                .contains(FIRST.studyInstanceUid());
    }

    private String findscu(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "-aec", "ISOCENTER"));
        all.addAll(List.of(arguments));
        all.add("127.0.0.1");
        all.add(Integer.toString(dicom.port()));
        DcmtkTools.Result result = DcmtkTools.run("findscu", all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return result.text() + result.errors();
    }
}
