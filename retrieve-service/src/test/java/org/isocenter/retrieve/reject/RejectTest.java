/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.reject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.UID;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What DELETE and its kin take away is not retrieved any more, and is again when it is restored; over HTTP. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class RejectTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    @Inject
    MetadataStore metadata;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
            .withSeries(2)
            .withSlices(2)
            .withSize(16, 16);

    @BeforeEach
    void store() {
        archive.awaitReady();
        study.instances().forEach(each -> archive.store(each, UID.ImplicitVRLittleEndian));
    }

    private String path(String below) {
        return "/studies/" + study.studyInstanceUid()
                + below.replace("S", "/series/" + study.seriesInstanceUid(0))
                        .replace("I", "/instances/" + study.sopInstanceUid(0, 0));
    }

    private HttpResponse<String> send(String method, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dicom-web" + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertStatus(int status, String method, String below) {
        assertThat(send(method, path(below)).statusCode())
                .as("%s %s", method, below)
                .isEqualTo(status);
    }

    private long shown() {
        return metadata.seriesOfStudy(study.studyInstanceUid()).stream()
                .flatMap(each -> metadata.instanceFactsOfSeries(new SeriesKey(study.studyInstanceUid(), each)).stream())
                .filter(each -> each.state() == InstanceState.ACTIVE)
                .count();
    }

    @Test
    void delete_takesWhatItNames_once() {
        // so that the row is remembered for frames
        assertStatus(200, "GET", "SI/frames/1");
        assertStatus(204, "DELETE", "SI");
        assertStatus(404, "DELETE", "SI");
        for (String below : new String[] {"SI", "SI/metadata", "SI/rendered", "SI/thumbnail", "SI/bulkdata/7FE00010"}) {
            assertStatus(404, "GET", below);
        }
        assertStatus(200, "GET", "S");
        assertThat(shown()).isEqualTo(3);
        assertStatus(204, "DELETE", "S");
        assertStatus(404, "GET", "S");
        assertStatus(404, "GET", "S/metadata");
        assertStatus(200, "GET", "/metadata");
        assertStatus(204, "DELETE", "?reason=113039");
        assertStatus(404, "GET", "");
        assertStatus(404, "GET", "/metadata");
        assertStatus(404, "DELETE", "");
        assertThat(shown()).isZero();
    }

    @Test
    void post_rejectsAndRestores_asDcm4chee() {
        HttpResponse<String> rejected = send("POST", path("/reject/113037%5EDCM"));
        assertThat(rejected.statusCode()).isEqualTo(200);
        assertThat(rejected.body()).isEqualTo("{\"count\":4}");
        assertStatus(404, "GET", "");
        assertStatus(404, "POST", "/reject/113037%5EDCM");
        assertThat(send("POST", path("SI") + "/reject/REVOKE_REJECTION%5E99DCM4CHEE")
                        .body())
                .isEqualTo("{\"count\":1}");
        assertStatus(200, "GET", "SI");
        assertStatus(200, "GET", "SI/frames/1");
        assertStatus(200, "POST", "/reject/revoke");
        assertStatus(404, "POST", "/reject/revoke");
        assertThat(shown()).isEqualTo(4);
        assertStatus(200, "POST", "S/reject/113001");
        assertThat(shown()).isEqualTo(2);
    }

    @Test
    void what_isNoReasonOrNoUid_isABadRequest() {
        assertStatus(400, "DELETE", "?reason=113000");
        assertStatus(400, "POST", "/reject/113001%5E99LOCAL");
        assertThat(send("DELETE", "/studies/1..2").statusCode()).isEqualTo(400);
        assertThat(send("DELETE", "/studies/1.2.3.4").statusCode()).isEqualTo(404);
        assertThat(shown()).isEqualTo(4);
    }
}
