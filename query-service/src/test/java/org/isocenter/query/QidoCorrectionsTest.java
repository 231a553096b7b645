/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionReason;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** Searches at all levels show and match what is corrected. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class QidoCorrectionsTest {

    private static final SyntheticStudy STUDY =
            SyntheticStudy.of(SyntheticKind.MG, 886_611).withSlices(2).withSize(16, 16);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    @Inject
    CorrectionStore corrections;

    @BeforeEach
    void ready() {
        EnginesProfile.awaitReady(port);
    }

    private JsonNode found(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dicom-web" + path))
                .header("Accept", "application/dicom+json")
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isIn(200, 204);
        return response.statusCode() == 204
                ? new ObjectMapper().createArrayNode()
                : new ObjectMapper().readTree(response.body());
    }

    private void correct(CorrectionTarget target, int tag, String value) {
        Attributes set = new Attributes();
        set.setSpecificCharacterSet("ISO_IR 192");
        set.setString(tag, value);
        corrections.append(
                STUDY.studyInstanceUid(),
                new Correction(
                        0,
                        UUID.randomUUID().toString(),
                        Instant.now(),
                        "tester",
                        CorrectionReason.CORRECT,
                        "",
                        target,
                        new AttributeChanges(set, new TreeSet<>()),
                        0));
    }

    @Test
    void search_showsAndMatchesWhatIsCorrected() throws Exception {
        STUDY.instances().forEach(archive::put);
        correct(new CorrectionTarget.OfStudy(), Tag.PatientName, "Quetzal^Ünal=林^明");
        correct(new CorrectionTarget.OfSeries(STUDY.seriesInstanceUid(0)), Tag.SeriesDescription, "Mammographie");
        correct(
                new CorrectionTarget.OfInstance(STUDY.seriesInstanceUid(0), STUDY.sopInstanceUid(0, 1)),
                Tag.InstanceNumber,
                "77");
        archive.project(STUDY.studyInstanceUid());
        archive.awaitIndexed(STUDY.studyInstanceUid());
        String name = URLEncoder.encode("Quetzal^Ü*", StandardCharsets.UTF_8);
        String below = "/studies/" + STUDY.studyInstanceUid();

        for (String path : List.of(
                "/studies?PatientName=" + name,
                "/studies?StudyInstanceUID=" + STUDY.studyInstanceUid(),
                below + "/series?PatientName=" + name + "&includefield=PatientName",
                below + "/instances?includefield=PatientName&InstanceNumber=77",
                "/instances?includefield=PatientName&PatientName=" + name + "&InstanceNumber=77",
                "/instances?includefield=PatientName&SOPInstanceUID=" + STUDY.sopInstanceUid(0, 1))) {
            JsonNode found = found(path);
            assertThat(found).as(path).hasSize(1);
            assertThat(found.at("/0/00100010/Value/0/Ideographic").asText())
                    .as(path)
                    .isEqualTo("林^明");
        }
        assertThat(found("/series?SeriesDescription=Mammographie")).hasSize(1);
        assertThat(found("/studies?PatientName="
                        + URLEncoder.encode(STUDY.patient().patientName().split("=")[0], StandardCharsets.UTF_8)
                        + "&PatientID=" + STUDY.patient().patientId()))
                .isEmpty();
    }
}
