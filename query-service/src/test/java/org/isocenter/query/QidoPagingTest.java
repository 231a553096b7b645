/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isocenter.query.QidoClient.SERIES_UID;
import static org.isocenter.query.QidoClient.SOP_UID;
import static org.isocenter.query.QidoClient.STUDY_UID;
import static org.isocenter.query.QidoClient.encoded;
import static org.isocenter.query.QidoClient.next;
import static org.isocenter.query.QidoClient.values;
import static org.isocenter.query.TestArchive.FIRST;

/** Orders, pages and numbers of QIDO-RS as clients see them, on real engines. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class QidoPagingTest {

    private static final String[] NAMES = {"Berg^A", "adler^B", "Ähre^C", "Zander^D", "ochs^E"};
    private static final String DESCRIPTION = "Paging " + System.nanoTime();
    private static final String KEY = "StudyDescription=" + encoded(DESCRIPTION);
    private static final List<SyntheticStudy> STUDIES = new ArrayList<>();

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
        synchronized (STUDIES) {
            if (STUDIES.isEmpty()) {
                for (int i = 0; i < NAMES.length; i++) {
                    STUDIES.add(store(NAMES[i], "2021010" + (1 + i)));
                }
            }
        }
    }

    /** Two series of two instances. */
    private SyntheticStudy store(String name, String date) throws Exception {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CR, System.nanoTime())
                .withSeries(2)
                .withSlices(2)
                .withSize(16, 16);
        for (int series = 0; series < 2; series++) {
            for (int slice = 0; slice < 2; slice++) {
                Attributes instance = study.instance(series, slice);
                instance.setSpecificCharacterSet("ISO_IR 192");
                instance.setString(Tag.PatientName, name);
                instance.setString(Tag.StudyDate, date);
                instance.setString(Tag.StudyDescription, DESCRIPTION);
                archive.put(instance);
            }
        }
        archive.project(study.studyInstanceUid());
        archive.awaitIndexed(study.studyInstanceUid());
        return study;
    }

    private List<String> pages(String path, String tag) {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<byte[]> page = client.get(next.get());
            seen.addAll(values(client.found(page), tag));
            next = next(page);
        }
        return seen;
    }

    @Test
    void orderby_ofStudies() {
        List<String> names = client.values("/studies?orderby=PatientName&includefield=PatientName&" + KEY, STUDY_UID);
        List<String> sorted = List.of(uid(1), uid(2), uid(0), uid(4), uid(3));
        assertThat(names).isEqualTo(sorted);
        List<String> backwards = new ArrayList<>(sorted);
        Collections.reverse(backwards);
        assertThat(client.values("/studies?orderby=-00100010,StudyDate&" + KEY, STUDY_UID))
                .isEqualTo(backwards);
        assertThat(client.values("/studies?orderby=StudyDate&" + KEY, STUDY_UID))
                .containsExactly(uid(0), uid(1), uid(2), uid(3), uid(4));
        assertThat(client.values("/studies?" + KEY, STUDY_UID)).containsExactly(uid(4), uid(3), uid(2), uid(1), uid(0));
    }

    @Test
    void orderby_ofNamedStudies_isThatOfTheIndex() {
        String named = "StudyInstanceUID="
                + String.join(
                        ",",
                        STUDIES.stream().map(SyntheticStudy::studyInstanceUid).toList());
        for (String order : List.of("PatientName", "-PatientName", "StudyDate", "-AccessionNumber", "PatientID")) {
            assertThat(client.values("/studies?orderby=" + order + "&" + named, STUDY_UID))
                    .as(order)
                    .isEqualTo(client.values("/studies?orderby=" + order + "&" + KEY, STUDY_UID));
        }
        assertThat(pages("/studies?limit=2&orderby=PatientName&" + named, STUDY_UID))
                .containsExactly(uid(1), uid(2), uid(0), uid(4), uid(3));
    }

    @Test
    void orderby_ofSeriesAndInstances() {
        String of = "/studies/" + uid(0);
        List<String> numbers = client.values(of + "/series?orderby=-SeriesNumber", "00200011");
        assertThat(numbers).hasSize(2).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        List<String> instances = client.values(of + "/instances?orderby=-SeriesNumber,-InstanceNumber", SOP_UID);
        List<String> other = client.values(of + "/instances?orderby=SeriesNumber,InstanceNumber", SOP_UID);
        Collections.reverse(other);
        assertThat(instances).hasSize(4).isEqualTo(other);
        assertThat(client.values("/series?orderby=-PatientName,SeriesNumber&" + KEY, STUDY_UID))
                .startsWith(uid(3), uid(3), uid(4), uid(4));
    }

    private static String uid(int study) {
        return STUDIES.get(study).studyInstanceUid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orderby=PatientName&", "orderby=-StudyDate,PatientID&", "orderby=StudyTime&"})
    void next_ofEveryLevel_isTheWhole(String order) {
        assertThat(pages("/studies?limit=2&" + order + KEY, STUDY_UID))
                .isEqualTo(client.values("/studies?" + order + KEY, STUDY_UID))
                .hasSize(5);
        assertThat(pages("/series?limit=3&" + order + KEY, SERIES_UID))
                .isEqualTo(client.values("/series?" + order + KEY, SERIES_UID))
                .hasSize(10);
        assertThat(pages("/instances?limit=3&" + order + KEY, SOP_UID))
                .isEqualTo(client.values("/instances?" + order + KEY, SOP_UID))
                .hasSize(20);
        assertThat(pages("/studies/" + uid(0) + "/instances?limit=1&" + order, SOP_UID))
                .isEqualTo(client.values("/studies/" + uid(0) + "/instances?" + order, SOP_UID))
                .hasSize(4);
        String sops = STUDIES.get(0).sopInstanceUid(0, 0) + "," + STUDIES.get(0).sopInstanceUid(1, 1) + ","
                + STUDIES.get(1).sopInstanceUid(0, 1);
        assertThat(pages("/instances?limit=2&" + order + "SOPInstanceUID=" + sops, SOP_UID))
                .isEqualTo(client.values("/instances?" + order + "SOPInstanceUID=" + sops, SOP_UID))
                .hasSize(3);
    }

    @Test
    void next_isTheSameSearchFromAPlaceOn() {
        HttpResponse<byte[]> page = client.get(
                "/studies?limit=2&offset=1&StudyDescription=" + encoded(DESCRIPTION) + "&orderby=PatientName");
        String next = next(page).orElseThrow();
        assertThat(next)
                .startsWith(client.root() + "/studies?limit=2&StudyDescription=Paging+")
                .contains("&orderby=PatientName&after=")
                .doesNotContain("offset");
        assertThat(client.values(next, STUDY_UID)).containsExactly(uid(4), uid(3));
        assertThat(next(client.get(next))).isEmpty();
        assertThat(client.values(next + "&offset=1", STUDY_UID)).containsExactly(uid(3));
    }

    @Test
    void next_whileAStudyComesIn_skipsAndRepeatsNone() throws Exception {
        List<String> before = client.values("/studies?orderby=-StudyDate,-StudyTime&" + KEY, STUDY_UID);
        HttpResponse<byte[]> first = client.get("/studies?limit=2&" + KEY);
        SyntheticStudy young = store("Neu^N", "20220101");
        try {
            List<String> seen = values(client.found(first), STUDY_UID);
            seen.addAll(pages(next(first).orElseThrow(), STUDY_UID));
            assertThat(seen).isEqualTo(before);
            assertThat(client.values("/studies?limit=2&offset=2&" + KEY, STUDY_UID))
                    .as("an offset repeats")
                    .startsWith(before.get(1));
        } finally {
            archive.remove(young.studyInstanceUid());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studies?orderby=NoSuchAttribute",
                "/studies?orderby=InstanceNumber",
                "/studies?orderby=PatientName&orderby=StudyDate",
                "/studies?orderby=PatientName,",
                "/series/count?orderby=InstanceNumber",
                "/studies?after=x",
                "/studies?after=AQAAAAAAATE",
                "/studies/count?limit=x",
                "/studies/count?NoSuchAttribute=1",
                "/studies/1..2/series/count",
                "/studies/size?StudyDate=yesterday",
            })
    void search_whatMakesNoSense(String path) {
        HttpResponse<byte[]> response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(client.json(response).path("detail").asText()).isNotBlank();
    }

    @Test
    void after_ofAnotherResourceOrOrder_makesNoSense() {
        String next =
                next(client.get("/studies?limit=2&orderby=PatientName&" + KEY)).orElseThrow();
        String after = next.substring(next.indexOf("after="));
        assertThat(client.get("/studies?" + after).statusCode()).isEqualTo(400);
        assertThat(client.get("/series?orderby=PatientName&" + after).statusCode())
                .isEqualTo(400);
        assertThat(client.get("/studies?limit=1&orderby=PatientName&" + after).statusCode())
                .isEqualTo(200);
    }

    private long number(String path) {
        HttpResponse<byte[]> response = client.send("GET", client.root() + path, "Accept", "application/json");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return client.json(response).elements().next().asLong();
    }

    @Test
    void count_ofEveryLevel() {
        assertThat(number("/studies/count?" + KEY)).isEqualTo(5);
        assertThat(number("/series/count?" + KEY)).isEqualTo(10);
        assertThat(number("/instances/count?" + KEY)).isEqualTo(20);
        assertThat(number("/instances/count?InstanceNumber=1&" + KEY))
                .isEqualTo(client.found("/instances?InstanceNumber=1&" + KEY).size());
        assertThat(number("/studies/count?limit=1&offset=3&" + KEY)).isEqualTo(5);
        assertThat(number("/studies/count?Modality=CR&" + KEY)).isEqualTo(5);
        assertThat(number("/studies/count?PatientName=Nobody")).isZero();
        assertThat(number("/studies/count?PatientName=" + encoded("*d*e*") + "&" + KEY))
                .isEqualTo(2);
        String of = "/studies/" + FIRST.studyInstanceUid();
        assertThat(number(of + "/series/count")).isEqualTo(2);
        assertThat(number(of + "/instances/count")).isEqualTo(6);
        assertThat(number(of + "/series/" + FIRST.seriesInstanceUid(1) + "/instances/count"))
                .isEqualTo(3);
        assertThat(number("/studies/1.2.3.4/instances/count")).isZero();
        assertThat(number("/studies/count?StudyInstanceUID=" + FIRST.studyInstanceUid() + ",1.2.3.4"))
                .isEqualTo(1);
        assertThat(client.json(client.get("/studies/count?" + KEY)).toString()).isEqualTo("{\"count\":5}");
        assertThat(client.send("GET", client.root() + "/studies/count", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void size_isThatOfTheObjects() {
        long size = number("/studies/size?" + KEY);
        assertThat(size).isGreaterThan(20 * 16 * 16);
        long named = STUDIES.stream()
                .mapToLong(each -> number("/studies/size?StudyInstanceUID=" + each.studyInstanceUid()))
                .sum();
        assertThat(named).isEqualTo(size);
        assertThat(number("/studies/size?StudyInstanceUID=1.2.3.4")).isZero();
    }
}
