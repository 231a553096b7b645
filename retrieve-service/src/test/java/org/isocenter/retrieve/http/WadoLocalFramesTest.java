/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.retrieve.LocalObjects;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.retrieve.pixels.PixelMemory;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames of objects that are files of this machine, which are answered without a thread of their own. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
@QuarkusTestResource(value = LocalObjects.class, restrictToAnnotatedClass = true)
class WadoLocalFramesTest {

    private static final int REQUESTS = 32;
    private static final Duration SOON = Duration.ofSeconds(10);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    @Inject
    PixelMemory memory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void connect() {
        archive.awaitReady();
    }

    private CompletableFuture<HttpResponse<byte[]>> get(String path, String accept, Duration timeout) {
        URI address = URI.create("http://127.0.0.1:" + port + "/dicom-web" + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", accept)
                .timeout(timeout)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void frames_encodedAnew_holdUpNoOthers() {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, 921).withSlices(1).withSize(40, 30);
        Attributes instance = study.instance(0, 0);
        archive.store(instance, UID.ExplicitVRLittleEndian);
        String frame = "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/instances/"
                + study.sopInstanceUid(0, 0) + "/frames/1";
        byte[] pixels = instance.getBytes(Tag.PixelData);
        String octets = "application/octet-stream";
        // from now on it is remembered
        assertThat(get(frame, octets, SOON).join().body()).isEqualTo(pixels);
        List<CompletableFuture<HttpResponse<byte[]>>> anew = new ArrayList<>();

        try (PixelMemory.Share all = memory.take(Runtime.getRuntime().maxMemory() / 2, SOON)) {
            for (int i = 0; i < REQUESTS; i++) {
                anew.add(get(frame, "image/jls", Duration.ofMinutes(2)));
            }
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(get(frame, octets, SOON).join().body()).isEqualTo(pixels);
            }
            assertThat(anew).noneMatch(CompletableFuture::isDone);
        }

        for (CompletableFuture<HttpResponse<byte[]>> each : anew) {
            assertThat(each.join().statusCode()).isEqualTo(200);
            assertThat(each.join().headers().firstValue("Content-Type"))
                    .contains("image/jls; transfer-syntax=" + UID.JPEGLSLossless);
        }
    }
}
