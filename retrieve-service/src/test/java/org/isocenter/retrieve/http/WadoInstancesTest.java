/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Studies, series and instances of WADO-RS over HTTP, out of real engines. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoInstancesTest {

    private static final String MULTIPART = "multipart/related; type=\"application/dicom\"";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private WadoClient client;

    @BeforeEach
    void connect() {
        archive.awaitReady();
        client = new WadoClient(port);
    }

    private Map<String, byte[]> store(SyntheticStudy study, String transferSyntaxUid) {
        Map<String, byte[]> datasets = new HashMap<>();
        study.instances()
                .forEach(instance -> datasets.put(
                        instance.getString(Tag.SOPInstanceUID), archive.store(instance, transferSyntaxUid)));
        return datasets;
    }

    private static SyntheticStudy study(long seed) {
        return SyntheticStudy.of(SyntheticKind.CT, seed)
                .withSeries(2)
                .withSlices(3)
                .withSize(64, 64);
    }

    private static String instancePath(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/instances/"
                + study.sopInstanceUid(0, 0);
    }

    private static byte[] dataset(byte[] file) {
        try {
            return Part10Header.read(new ByteArrayInputStream(file)).dataset().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] file, String uid) {
        return new String(file, 0, 512, java.nio.charset.StandardCharsets.ISO_8859_1).contains(uid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null",
                "*/*",
                "multipart/related; type=\"application/dicom\"",
                "multipart/related; type=application/dicom; transfer-syntax=*",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.1",
                "text/html;q=0.9, multipart/related; type=\"application/dicom\";q=0.1",
                "multipart/*"
            })
    void study_explicit_isGivenAsStored(String accept) {
        SyntheticStudy study = study(101);
        Map<String, byte[]> datasets = store(study, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get("/studies/" + study.studyInstanceUid(), accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("multipart/related; type=\"application/dicom\"");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        List<WadoClient.AnswerPart> parts = answer.parts();
        assertThat(parts).hasSize(6);
        for (WadoClient.AnswerPart part : parts) {
            assertThat(part.contentType()).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
            assertThat(datasets.values())
                    .filteredOn(sent -> Arrays.equals(sent, dataset(part.content())))
                    .hasSize(1);
        }
    }

    @Test
    void series_givesItsInstancesOnly() {
        SyntheticStudy study = study(101);
        store(study, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer =
                client.get("/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(1), MULTIPART);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.parts()).hasSize(3).allSatisfy(part -> assertThat(
                        contains(part.content(), UID.CTImageStorage))
                .isTrue());
    }

    @Test
    void instance_singlePart() {
        SyntheticStudy study = study(101);
        Map<String, byte[]> datasets = store(study, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get(instancePath(study), "application/dicom");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(dataset(answer.body())).isEqualTo(datasets.get(study.sopInstanceUid(0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void instance_otherNativeSyntax_isRecodedToExplicit(String stored) throws IOException {
        SyntheticStudy study = study(stored.length());
        store(study, stored);

        WadoClient.Answer answer = client.get(instancePath(study), MULTIPART);

        assertThat(answer.status()).isEqualTo(200);
        WadoClient.AnswerPart part = answer.parts().get(0);
        assertThat(part.contentType()).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
        assertThat(DatasetReader.read(dataset(part.content()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .isEqualTo(study.instance(0, 0));
    }

    @Test
    void instance_compressed_isGivenAsStored() {
        Attributes instance = compressed(study(31));
        byte[] stored = archive.store(instance, UID.JPEGBaseline8Bit);

        for (String accept : List.of(
                MULTIPART,
                "*/*",
                MULTIPART + "; transfer-syntax=*",
                MULTIPART + "; transfer-syntax=1.2.840.10008.1.2.4.50")) {
            WadoClient.Answer answer = client.get(instancePath(study(31)), accept);

            assertThat(answer.status()).isEqualTo(200);
            WadoClient.AnswerPart part = answer.parts().get(0);
            assertThat(part.contentType()).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50");
            assertThat(Arrays.copyOfRange(part.content(), part.content().length - stored.length, part.content().length))
                    .isEqualTo(stored);
        }
        // it is no codestream
        assertThat(client.get(instancePath(study(31)), MULTIPART + "; transfer-syntax=1.2.840.10008.1.2.1")
                        .status())
                .isEqualTo(409);
    }

    private static Attributes compressed(SyntheticStudy study) {
        Attributes instance = study.instance(0, 0);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4, (byte) 0xFF, (byte) 0xD9});
        instance.setValue(Tag.PixelData, VR.OB, fragments);
        return instance;
    }

    @Test
    void query_acceptParameterGoesBeforeHeader() {
        SyntheticStudy study = study(101);
        store(study, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get(instancePath(study) + "?accept=application/dicom", MULTIPART);

        assertThat(answer.contentType()).startsWith("application/dicom;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/studies/1.2.3.999 | */* | 404",
                "/studies/1.2.3.999/series/1.2 | */* | 404",
                "/studies/1.2.3.999/series/1.2/instances/1.3 | */* | 404",
                "/studies/1.2.3.999/metadata | */* | 404",
                "/studies/1.2.3.999/series/1.2/instances/1.3/frames/1 | */* | 404",
                "/studies/1.2.3.999/series/1.2/instances/1.3/bulkdata/7FE00010 | */* | 404",
                "/studies/abc | */* | 400",
                "/studies/1..2 | */* | 400",
                "/studies/1.2/series/1.2/instances/1.3/frames/0 | */* | 400",
                "/studies/1.2/series/1.2/instances/1.3/frames/1,x | */* | 400"
            })
    void problem_isDescribed(String path, String accept, int status) {
        WadoClient.Answer answer = client.get(path, accept);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"status\":" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/metadata"})
    void accept_nothingThatCanBeGiven_isNotAcceptable(String below) {
        SyntheticStudy study = study(101);
        store(study, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get("/studies/" + study.studyInstanceUid() + below, "image/png");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
}
