/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isocenter.query.TestArchive.FIRST;
import static org.isocenter.query.TestArchive.SECOND;
import static org.isocenter.query.TestArchive.THIRD;

/** QIDO-RS as clients see it, on real engines. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class QidoTest {

    private static final String STUDY_UID = "0020000D";
    private static final String SERIES_UID = "0020000E";
    private static final String SOP_UID = "00080018";

    private final HttpClient http = HttpClient.newHttpClient();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    @BeforeEach
    void fill() throws Exception {
        EnginesProfile.awaitReady(port);
        archive.fill();
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dicom-web" + path))
                .header("Accept", accept)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode found(String path) throws Exception {
        HttpResponse<byte[]> response = get(path, "application/dicom+json");
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isIn(200, 204);
        return new ObjectMapper()
                .readTree(response.statusCode() == 204 ? "[]".getBytes(StandardCharsets.UTF_8) : response.body());
    }

    private List<String> uids(String path, String tag) throws Exception {
        List<String> uids = new ArrayList<>();
        found(path).forEach(each -> uids.add(each.at("/" + tag + "/Value/0").asText()));
        return uids;
    }

    private List<String> warnings(String path) throws Exception {
        return get(path, "application/dicom+json").headers().allValues("Warning");
    }

    private static String name(SyntheticStudy study) {
        return study.instance(0, 0).getString(Tag.PatientName);
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void studies_all() throws Exception {
        assertThat(uids("/studies", STUDY_UID))
                .contains(FIRST.studyInstanceUid(), SECOND.studyInstanceUid(), THIRD.studyInstanceUid());
    }

    @Test
    void studies_byUid() throws Exception {
        JsonNode study = found("/studies?StudyInstanceUID=" + FIRST.studyInstanceUid());
        assertThat(study).hasSize(1);
        assertThat(study.at("/0/00201206/Value/0").asInt()).isEqualTo(2);
        assertThat(study.at("/0/00201208/Value/0").asInt()).isEqualTo(6);
        assertThat(study.at("/0/00080061/Value/0").asText()).isEqualTo("CT");
        assertThat(study.at("/0/00080056/Value/0").asText()).isEqualTo("ONLINE");
        assertThat(study.at("/0/00081190/Value/0").asText())
                .isEqualTo("http://127.0.0.1:" + port + "/dicom-web/studies/" + FIRST.studyInstanceUid());
    }

    @Test
    void studies_sameAnswerFromIndexAndRows() throws Exception {
        JsonNode rows = found("/studies?StudyInstanceUID=" + FIRST.studyInstanceUid());
        JsonNode index = found("/studies?AccessionNumber=" + FIRST.accessionNumber());
        assertThat(index).isEqualTo(rows);
        JsonNode prepared = found("/studies?PatientID=" + FIRST.patient().patientId());
        assertThat(prepared).isEqualTo(rows);
    }

    @Test
    void studies_byKeywordAndByTag() throws Exception {
        String id = FIRST.instance(0, 0).getString(Tag.PatientID);
        assertThat(uids("/studies?PatientID=" + id, STUDY_UID)).containsExactly(FIRST.studyInstanceUid());
        assertThat(uids("/studies?00100020=" + id, STUDY_UID)).containsExactly(FIRST.studyInstanceUid());
    }

    @Test
    void studies_byName() throws Exception {
        String name = name(FIRST);
        String family = name.substring(0, name.indexOf('^'));
        assertThat(uids("/studies?PatientName=" + encoded(name.toLowerCase(java.util.Locale.ROOT)), STUDY_UID))
                .contains(FIRST.studyInstanceUid());
        assertThat(uids("/studies?PatientName=" + encoded(family.substring(0, 3) + "*"), STUDY_UID))
                .contains(FIRST.studyInstanceUid());
        assertThat(uids("/studies?PatientName=" + encoded("?" + name.substring(1)), STUDY_UID))
                .contains(FIRST.studyInstanceUid());
        assertThat(uids("/studies?PatientName=Nobody%5ENowhere", STUDY_UID)).isEmpty();
    }

    @Test
    void studies_byNameWithAMistake() throws Exception {
        String family = name(FIRST).substring(0, name(FIRST).indexOf('^'));
        String mistaken = family.substring(0, family.length() - 1) + (family.endsWith("x") ? "y" : "x");
        assertThat(family).as("long enough for a mistake").hasSizeGreaterThan(3);
        String path = "/studies?PatientName=" + encoded(mistaken);
        assertThat(uids(path, STUDY_UID)).isEmpty();
        assertThat(uids(path + "&fuzzymatching=false", STUDY_UID)).isEmpty();
        assertThat(uids(path + "&fuzzymatching=true", STUDY_UID)).contains(FIRST.studyInstanceUid());
        assertThat(warnings(path + "&fuzzymatching=true")).isEmpty();
    }

    @Test
    void studies_byNameWithWildcardsIsLiteral() throws Exception {
        String path = "/studies?fuzzymatching=true&PatientName="
                + encoded("?" + name(FIRST).substring(1));
        assertThat(uids(path, STUDY_UID)).contains(FIRST.studyInstanceUid());
        assertThat(warnings(path))
                .containsExactly("299 http://127.0.0.1:" + port + "/dicom-web: The fuzzymatching parameter is not"
                        + " supported. Only literal matching has been performed.");
    }

    @Test
    void studies_byAttributeWithoutValue() throws Exception {
        String path = "/studies?AdmissionID=%22%22";
        assertThat(uids(path, STUDY_UID)).isEmpty();
        assertThat(uids(path + "&emptyvaluematching=false", STUDY_UID)).isEmpty();
        assertThat(uids(path + "&emptyvaluematching=true", STUDY_UID))
                .contains(FIRST.studyInstanceUid(), SECOND.studyInstanceUid(), THIRD.studyInstanceUid());
        assertThat(uids("/studies?PatientID=%22%22&emptyvaluematching=true", STUDY_UID))
                .isEmpty();
    }

    @Test
    void studies_bySeveralValues() throws Exception {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CR, System.nanoTime())
                .withSeries(2)
                .withSlices(1)
                .withSize(16, 16);
        Attributes other = study.instance(1, 0);
        other.setString(Tag.Modality, "OT");
        archive.put(study.instance(0, 0));
        archive.put(other);
        archive.project(study.studyInstanceUid());
        archive.awaitIndexed(study.studyInstanceUid());
        String path = "/studies?ModalitiesInStudy=" + encoded("OT\\CR");
        assertThat(uids(path + "&multiplevaluematching=true", STUDY_UID)).contains(study.studyInstanceUid());
        String withAbsent = "/studies?ModalitiesInStudy=" + encoded("CT\\CR");
        assertThat(uids(withAbsent + "&multiplevaluematching=true", STUDY_UID)).isEmpty();
        assertThat(uids(withAbsent, STUDY_UID)).contains(study.studyInstanceUid(), FIRST.studyInstanceUid());
    }

    @Test
    void studies_byDateRange() throws Exception {
        String date = FIRST.instance(0, 0).getString(Tag.StudyDate);
        assertThat(uids("/studies?StudyDate=" + date + "-" + date, STUDY_UID)).contains(FIRST.studyInstanceUid());
        assertThat(uids("/studies?StudyDate=-19000101", STUDY_UID)).isEmpty();
        assertThat(uids("/studies?StudyDate=20100101-", STUDY_UID))
                .contains(FIRST.studyInstanceUid(), SECOND.studyInstanceUid());
    }

    @Test
    void studies_byModality() throws Exception {
        assertThat(uids("/studies?ModalitiesInStudy=MR", STUDY_UID)).containsExactly(THIRD.studyInstanceUid());
        assertThat(uids("/studies?Modality=MR", STUDY_UID)).containsExactly(THIRD.studyInstanceUid());
    }

    @Test
    void studies_byUidList() throws Exception {
        assertThat(uids(
                        "/studies?StudyInstanceUID=" + FIRST.studyInstanceUid() + "," + SECOND.studyInstanceUid(),
                        STUDY_UID))
                .containsExactlyInAnyOrder(FIRST.studyInstanceUid(), SECOND.studyInstanceUid());
    }

    @Test
    void studies_pages() throws Exception {
        List<String> all = uids("/studies?limit=3", STUDY_UID);
        HttpResponse<byte[]> first = get("/studies?limit=2", "application/dicom+json");
        assertThat(first.headers().firstValue("Warning").orElse("")).startsWith("299 ");
        assertThat(uids("/studies?limit=2", STUDY_UID)).isEqualTo(all.subList(0, 2));
        assertThat(uids("/studies?limit=2&offset=2", STUDY_UID)).startsWith(all.get(2));
        assertThat(get("/studies?offset=1000", "application/dicom+json").statusCode())
                .isEqualTo(204);
    }

    @Test
    void studies_includeField() throws Exception {
        JsonNode some =
                found("/studies?includefield=StudyDescription,0020000E&StudyInstanceUID=" + FIRST.studyInstanceUid());
        assertThat(some.get(0).has("00081030")).isTrue();
        JsonNode all =
                found("/studies?includefield=all&PatientID=" + FIRST.patient().patientId());
        assertThat(all.get(0).size()).isGreaterThan(15);
    }

    @Test
    void studies_instanceKeyIsNotMatched() throws Exception {
        HttpResponse<byte[]> response =
                get("/studies?InstanceNumber=1&StudyInstanceUID=" + FIRST.studyInstanceUid(), "application/dicom+json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Warning").orElse("")).contains("299 ", "InstanceNumber");
    }

    @Test
    void series_all() throws Exception {
        assertThat(uids("/series", SERIES_UID))
                .contains(FIRST.seriesInstanceUid(0), FIRST.seriesInstanceUid(1), THIRD.seriesInstanceUid(0));
        assertThat(uids("/series?Modality=MR", SERIES_UID)).containsExactly(THIRD.seriesInstanceUid(0));
    }

    @Test
    void seriesOfStudy_all() throws Exception {
        JsonNode series = found("/studies/" + FIRST.studyInstanceUid() + "/series");
        assertThat(series).hasSize(2);
        assertThat(series.at("/0/00201209/Value/0").asInt()).isEqualTo(3);
        assertThat(series.at("/0/00081190/Value/0").asText())
                .endsWith("/studies/" + FIRST.studyInstanceUid() + "/series/"
                        + series.at("/0/" + SERIES_UID + "/Value/0").asText());
    }

    @Test
    void instances_byKeys() throws Exception {
        assertThat(uids("/instances?Modality=MR", SOP_UID))
                .containsExactlyInAnyOrder(THIRD.sopInstanceUid(0, 0), THIRD.sopInstanceUid(0, 1));
        assertThat(uids("/instances?SOPInstanceUID=" + FIRST.sopInstanceUid(1, 2), SOP_UID))
                .containsExactly(FIRST.sopInstanceUid(1, 2));
    }

    @Test
    void instancesOfStudy_all() throws Exception {
        assertThat(found("/studies/" + FIRST.studyInstanceUid() + "/instances")).hasSize(6);
        String number = FIRST.instance(0, 1).getString(Tag.InstanceNumber);
        assertThat(uids("/studies/" + FIRST.studyInstanceUid() + "/instances?InstanceNumber=" + number, SOP_UID))
                .contains(FIRST.sopInstanceUid(0, 1))
                .doesNotContain(FIRST.sopInstanceUid(0, 0));
    }

    @Test
    void instancesOfSeries_all() throws Exception {
        String path = "/studies/" + FIRST.studyInstanceUid() + "/series/" + FIRST.seriesInstanceUid(1) + "/instances";
        assertThat(uids(path, SOP_UID))
                .containsExactly(FIRST.sopInstanceUid(1, 0), FIRST.sopInstanceUid(1, 1), FIRST.sopInstanceUid(1, 2));
        JsonNode instances = found(path);
        assertThat(instances.at("/0/00280010/Value/0").asInt()).isEqualTo(16);
        assertThat(instances.at("/0/00081190/Value/0").asText()).endsWith(path + "/" + FIRST.sopInstanceUid(1, 0));
    }

    @Test
    void search_seesAStoreAtOnce() throws Exception {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CR, System.nanoTime())
                .withSlices(1)
                .withSize(16, 16);
        Attributes instance = study.instance(0, 0);
        archive.put(instance);
        assertThat(found("/studies?StudyInstanceUID=" + study.studyInstanceUid()))
                .hasSize(1);
        assertThat(found("/studies/" + study.studyInstanceUid() + "/series")).hasSize(1);
        assertThat(found("/studies/" + study.studyInstanceUid() + "/instances")).hasSize(1);
    }

    @Test
    void search_noSuchStudy() throws Exception {
        assertThat(get("/studies?StudyInstanceUID=1.2.3.4", "application/dicom+json")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/studies/1.2.3.4/series", "application/dicom+json").statusCode())
                .isEqualTo(204);
        assertThat(get("/studies/1.2.3.4/instances", "application/dicom+json").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studies?NoSuchAttribute=1",
                "/studies?limit=x",
                "/studies?limit=",
                "/studies?limit=1&limit=2",
                "/studies?StudyDate=yesterday",
                "/studies?StudyDate=%22%22",
                "/studies?offset=-1",
                "/studies?offset=1.5",
                "/studies?fuzzymatching=yes",
                "/studies?emptyvaluematching=1",
                "/studies?multiplevaluematching=",
                "/studies?multiplevaluematching=true&ModalitiesInStudy=C*%5CMR",
                "/studies?PatientID=1&00100020=2",
                "/studies?RequestAttributesSequence=1",
                "/studies?RequestAttributesSequence.NoSuchAttribute=1",
                "/studies?includefield=NoSuchAttribute",
                "/series?SeriesNumber=first",
                "/studies/1..2/series"
            })
    void search_parametersThatMakeNoSense(String path) throws Exception {
        HttpResponse<byte[]> response = get(path, "application/dicom+json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @Test
    void search_whatMakesSenseThoughItIsUnusual() throws Exception {
        String of = "StudyInstanceUID=" + FIRST.studyInstanceUid();
        assertThat(found("/studies?&" + of)).hasSize(1);
        assertThat(found("/studies?limit=99999999999&offset=0&" + of)).hasSize(1);
        assertThat(found("/studies?includefield=StudyDescription&includefield=00081030,all&" + of))
                .hasSize(1);
        assertThat(get("/studies?limit=0", "application/dicom+json").statusCode())
                .isEqualTo(204);
        assertThat(get("/studies?offset=99999999999", "application/dicom+json").statusCode())
                .isEqualTo(204);
    }

    @Test
    void search_asXml() throws Exception {
        HttpResponse<byte[]> response = get(
                "/studies?StudyInstanceUID=" + FIRST.studyInstanceUid(),
                "multipart/related; type=\"application/dicom+xml\"");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("multipart/related");
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("<NativeDicomModel", FIRST.studyInstanceUid(), "RetrieveURL");
        assertThat(get("/studies", "image/png").statusCode()).isEqualTo(406);
    }
}
