/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isocenter.query.QidoClient.SERIES_UID;
import static org.isocenter.query.QidoClient.SOP_UID;
import static org.isocenter.query.QidoClient.STUDY_UID;
import static org.isocenter.query.QidoClient.encoded;

/** The parameters of PS3.18 8.3.4 at each level, and the ways of matching of PS3.4 C.2.2.2. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class QidoMatchingTest {

    private static final SyntheticStudy STUDY = SyntheticStudy.of(SyntheticKind.CR, System.nanoTime())
            .withSeries(2)
            .withSlices(2)
            .withSize(16, 16);
    private static final String ID = "M" + System.nanoTime();
    private static boolean stored;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private QidoClient client;

    @BeforeEach
    void fill() throws Exception {
        EnginesProfile.awaitReady(port);
        archive.fill();
        client = new QidoClient(port);
        if (!stored) {
            for (int series = 0; series < 2; series++) {
                for (int slice = 0; slice < 2; slice++) {
                    Attributes instance = STUDY.instance(series, slice);
                    instance.setString(Tag.PatientID, ID);
                    instance.setString(Tag.PatientName, "Quixote^Alonso");
                    instance.setString(Tag.BodyPartExamined, series == 0 ? "CHEST" : "");
                    Sequence requests = instance.newSequence(Tag.RequestAttributesSequence);
                    requests.add(request("S1" + series, "R1"));
                    requests.add(request("S2" + series, "R2"));
                    archive.put(instance);
                }
            }
            archive.project(STUDY.studyInstanceUid());
            archive.awaitIndexed(STUDY.studyInstanceUid());
            stored = true;
        }
    }

    private static Attributes request(String step, String procedure) {
        Attributes item = new Attributes();
        item.setString(Tag.ScheduledProcedureStepID, step);
        item.setString(Tag.RequestedProcedureID, procedure);
        return item;
    }

    private int results(String resource, String keys) {
        return client.found(resource + "?PatientID=" + ID + "&" + keys).size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00400275.00400009=S10",
                "RequestAttributesSequence.ScheduledProcedureStepID=S10",
                "RequestAttributesSequence.00400009=S?0",
                "00400275.00400009=S10&00400275.00401001=R1"
            })
    void sequence_matchesAtEachLevel(String keys) {
        assertThat(results("/studies", keys)).isEqualTo(1);
        assertThat(results("/series", keys)).isEqualTo(1);
        assertThat(results("/instances", keys)).isEqualTo(2);
        String of = "/studies/" + STUDY.studyInstanceUid();
        assertThat(client.values(of + "/series?" + keys, SERIES_UID)).containsExactly(STUDY.seriesInstanceUid(0));
        assertThat(client.found(of + "/instances?" + keys)).hasSize(2);
        assertThat(client.found(of + "/series/" + STUDY.seriesInstanceUid(0) + "/instances?" + keys))
                .hasSize(2);
        assertThat(client.found(of + "/series/" + STUDY.seriesInstanceUid(1) + "/instances?" + keys))
                .isEmpty();
    }

    @Test
    void sequence_ofTwoKeys_matchWithinOneItem() {
        String keys = "00400275.00400009=S10&RequestAttributesSequence.RequestedProcedureID=R2";
        assertThat(results("/studies", keys)).isZero();
        assertThat(results("/series", keys)).isZero();
        assertThat(results("/instances", keys)).isZero();
    }

    @Test
    void sequence_keyTwice_isRefused() {
        assertThat(client.get("/studies?00400275.00400009=S1&RequestAttributesSequence.ScheduledProcedureStepID=S2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void emptyvaluematching_atEachLevel() {
        String keys = "emptyvaluematching=true&BodyPartExamined=" + encoded("\"\"");
        assertThat(results("/studies", keys)).isEqualTo(1);
        assertThat(results("/series", keys)).isEqualTo(1);
        assertThat(results("/instances", keys)).isEqualTo(2);
        String withValue = "emptyvaluematching=true&Modality=" + encoded("\"\"");
        assertThat(results("/studies", withValue)).isZero();
        assertThat(results("/series", withValue)).isZero();
        assertThat(results("/instances", withValue)).isZero();
    }

    @Test
    void fuzzymatching_atEachLevel() {
        String keys = "PatientName=Quijote&fuzzymatching=";
        for (String resource : List.of("/studies", "/series", "/instances")) {
            assertThat(results(resource, keys + "false")).isZero();
            assertThat(results(resource, keys + "true")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\\"})
    void uidLists_atEachLevel(String delimiter) {
        String absent = encoded(delimiter) + "1.2.3.4";
        assertThat(results("/studies", "StudyInstanceUID=" + STUDY.studyInstanceUid() + absent))
                .isEqualTo(1);
        assertThat(results("/series", "SeriesInstanceUID=" + STUDY.seriesInstanceUid(1) + absent))
                .isEqualTo(1);
        assertThat(results("/studies", "SeriesInstanceUID=" + STUDY.seriesInstanceUid(1) + absent))
                .isEqualTo(1);
        assertThat(client.values(
                        "/instances?SOPInstanceUID=" + STUDY.sopInstanceUid(0, 1) + encoded(delimiter)
                                + STUDY.sopInstanceUid(1, 0),
                        SOP_UID))
                .containsExactlyInAnyOrder(STUDY.sopInstanceUid(0, 1), STUDY.sopInstanceUid(1, 0));
        String of = "/studies/" + STUDY.studyInstanceUid();
        assertThat(client.values(of + "/series?SeriesInstanceUID=" + STUDY.seriesInstanceUid(0) + absent, SERIES_UID))
                .containsExactly(STUDY.seriesInstanceUid(0));
        assertThat(client.found(of + "/instances?SeriesInstanceUID=" + STUDY.seriesInstanceUid(0) + absent))
                .hasSize(2);
    }

    @Test
    void includefield_all_givesWhatTheLevelHas() {
        JsonNode study =
                client.found("/studies?includefield=all&PatientID=" + ID).get(0);
        JsonNode series =
                client.found("/series?includefield=all&PatientID=" + ID).get(0);
        JsonNode instance =
                client.found("/instances?includefield=all&PatientID=" + ID).get(0);
        assertThat(study.has("00080060")).as("Modality").isFalse();
        assertThat(series.has("00400275")).isTrue();
        assertThat(series.has("00100010")).isTrue();
        assertThat(instance.has("00280100")).isTrue();
        assertThat(instance.path("7FE00010").has("Value")).isFalse();
        assertThat(instance.path("7FE00010").has("InlineBinary")).isFalse();
        assertThat(instance.size()).isGreaterThan(series.size());
    }

    @Test
    void includefield_ofAKeyOrName_isReturnedThoughEmpty() {
        JsonNode study = client.found("/studies?includefield=AdmissionID,00081040&PatientID=" + ID)
                .get(0);
        assertThat(study.at("/00380010/vr").asText()).isEqualTo("LO");
        assertThat(study.has("00081040")).isTrue();
        JsonNode matched =
                client.found("/series?00400275.00400009=S11&PatientID=" + ID).get(0);
        assertThat(matched.at("/00400275/Value"))
                .as("PS3.4 C.2.2.2.6: the items that match")
                .hasSize(1);
        assertThat(matched.at("/00400275/Value/0/00400009/Value/0").asText()).isEqualTo("S11");
        assertThat(client.found("/series?includefield=00400275&PatientID=" + ID)
                        .get(0)
                        .at("/00400275/Value"))
                .hasSize(2);
    }

    @Test
    void keys_withoutValueOrWithAnAsterisk_areUniversal() {
        assertThat(results("/studies", "AdmissionID=&StudyDate=&StudyInstanceUID=&AccessionNumber=*&PatientName=*"))
                .isEqualTo(1);
        assertThat(results("/series", "RequestAttributesSequence=")).isEqualTo(2);
    }

    @Test
    void limit_ofTheServer_isSaidInAWarning() {
        var page = client.get("/instances?limit=3&PatientID=" + ID);
        assertThat(QidoClient.values(client.found(page), STUDY_UID)).hasSize(3);
        assertThat(page.headers().allValues("Warning"))
                .containsExactly("299 " + client.root() + ": There are additional results that can be requested");
        assertThat(client.get("/instances?limit=4&PatientID=" + ID).headers().allValues("Warning"))
                .isEmpty();
    }
}
