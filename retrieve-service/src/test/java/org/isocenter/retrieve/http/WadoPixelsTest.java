/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Metadata, frames and bulk data of WADO-RS over HTTP, out of real engines. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoPixelsTest {

    private static final int FRAME_LENGTH = 64 * 64 * 2;

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

    private static SyntheticStudy frames(long seed, int count) {
        return SyntheticStudy.of(SyntheticKind.ENHANCED_CT, seed)
                .withSlices(count)
                .withSize(64, 64);
    }

    private static String path(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/instances/"
                + study.sopInstanceUid(0, 0);
    }

    private static byte[] frame(Attributes instance, int number) {
        return Arrays.copyOfRange(instance.getBytes(Tag.PixelData), (number - 1) * FRAME_LENGTH, number * FRAME_LENGTH);
    }

    @Test
    void metadata_jsonOfASeries() throws IOException {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, 41).withSlices(5).withSize(64, 64);
        study.instances().forEach(each -> archive.store(each, UID.ExplicitVRLittleEndian));

        for (String accept : List.of("application/dicom+json", "*/*", "application/json")) {
            WadoClient.Answer answer = client.get(
                    "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/metadata",
                    accept);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo(accept.equals("*/*") ? "application/dicom+json" : accept);
            JsonNode array = new ObjectMapper().readTree(answer.body());
            assertThat(array).hasSize(5);
            assertThat(array)
                    .extracting(each -> each.at("/00080018/Value/0").asText())
                    .containsExactlyInAnyOrder(
                            study.sopInstanceUid(0, 0),
                            study.sopInstanceUid(0, 1),
                            study.sopInstanceUid(0, 2),
                            study.sopInstanceUid(0, 3),
                            study.sopInstanceUid(0, 4));
            assertThat(array.get(0).has("00020010")).isFalse();
        }
    }

    @Test
    void metadata_bulkDataUriResolves() throws IOException {
        SyntheticStudy study = frames(42, 2);
        archive.store(study.instance(0, 0), UID.ExplicitVRLittleEndian);

        WadoClient.Answer metadata = client.get(path(study) + "/metadata", "application/dicom+json");
        String uri = new ObjectMapper()
                .readTree(metadata.body())
                .get(0)
                .at("/7FE00010/BulkDataURI")
                .asText();
        WadoClient.Answer single = client.get(uri, "application/octet-stream");
        WadoClient.Answer multipart = client.get(uri, "multipart/related; type=\"application/octet-stream\"");
        WadoClient.Answer range = client.get(uri, "application/octet-stream", "Range", "bytes=10-19");

        byte[] pixels = study.instance(0, 0).getBytes(Tag.PixelData);
        assertThat(single.status()).isEqualTo(200);
        assertThat(single.body()).isEqualTo(pixels);
        assertThat(multipart.parts()).hasSize(1);
        assertThat(multipart.parts().get(0).content()).isEqualTo(pixels);
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.header("Content-Range")).isEqualTo("bytes 10-19/" + pixels.length);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(pixels, 10, 20));
        assertThat(client.get(uri, "*/*", "Range", "bytes=99999999-").status()).isEqualTo(416);
    }

    @Test
    void metadata_xml() {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, 43).withSlices(2).withSize(64, 64);
        study.instances().forEach(each -> archive.store(each, UID.ExplicitVRLittleEndian));

        WadoClient.Answer answer = client.get(
                "/studies/" + study.studyInstanceUid() + "/metadata",
                "multipart/related; type=\"application/dicom+xml\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.parts()).hasSize(2).allSatisfy(part -> {
            assertThat(part.contentType()).startsWith("application/dicom+xml");
            assertThat(new String(part.content(), StandardCharsets.UTF_8))
                    .contains("NativeDicomModel", study.studyInstanceUid(), "BulkData");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void frames_native(String transferSyntaxUid) {
        SyntheticStudy study = frames(50 + transferSyntaxUid.length(), 4);
        Attributes instance = study.instance(0, 0);
        archive.store(instance, transferSyntaxUid);

        for (String accept : List.of(
                "*/*",
                "multipart/related; type=\"application/octet-stream\"",
                "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*")) {
            WadoClient.Answer answer = client.get(path(study) + "/frames/4,1,2,3", accept);

            assertThat(answer.status()).isEqualTo(200);
            List<WadoClient.AnswerPart> parts = answer.parts();
            assertThat(parts).extracting(part -> part.content().length).containsOnly(FRAME_LENGTH);
            assertThat(parts.get(0).content()).isEqualTo(frame(instance, 4));
            assertThat(parts.get(1).content()).isEqualTo(frame(instance, 1));
            assertThat(parts.get(2).content()).isEqualTo(frame(instance, 2));
            assertThat(parts.get(3).content()).isEqualTo(frame(instance, 3));
            assertThat(parts.get(0).contentType())
                    .isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
        }
        assertThat(client.get(path(study) + "/frames/2", "application/octet-stream")
                        .body())
                .isEqualTo(frame(instance, 2));
    }

    @Test
    void frames_beyondTheLast_areNotFound() {
        SyntheticStudy study = frames(42, 2);
        archive.store(study.instance(0, 0), UID.ExplicitVRLittleEndian);

        assertThat(client.get(path(study) + "/frames/3", "*/*").status()).isEqualTo(404);
        assertThat(client.get(path(study) + "/frames/1", "image/png").status()).isEqualTo(406);
    }

    @Test
    void frames_fragmented_arePutTogether() {
        SyntheticStudy study = frames(61, 2);
        Attributes instance = study.instance(0, 0);
        Fragments fragments = new Fragments();
        // the basic offset table: the second frame begins after two fragments of the first
        fragments.add(new byte[] {0, 0, 0, 0, 24, 0, 0, 0});
        fragments.add(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        fragments.add(new byte[] {3, 4, (byte) 0xFF, (byte) 0xD9});
        fragments.add(new byte[] {(byte) 0xFF, (byte) 0xD8, 5, 6, (byte) 0xFF, (byte) 0xD9});
        instance.setValue(Tag.PixelData, VR.OB, fragments);
        archive.store(instance, UID.JPEGBaseline8Bit);

        WadoClient.Answer answer = client.get(path(study) + "/frames/1,2", "multipart/related; type=\"image/jpeg\"");
        WadoClient.Answer octets = client.get(
                path(study) + "/frames/1", "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*");

        byte[] first = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4, (byte) 0xFF, (byte) 0xD9};
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.parts().get(0).contentType()).isEqualTo("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50");
        assertThat(answer.parts().get(0).content()).isEqualTo(first);
        assertThat(answer.parts().get(1).content())
                .isEqualTo(new byte[] {(byte) 0xFF, (byte) 0xD8, 5, 6, (byte) 0xFF, (byte) 0xD9});
        assertThat(octets.parts().get(0).content()).isEqualTo(first);
        // these fragments are no codestream
        assertThat(client.get(path(study) + "/frames/1", "multipart/related; type=\"image/jls\"")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void frames_ofSingleBits_beginAtAByte() {
        SyntheticStudy study = frames(62, 2);
        Attributes instance = study.instance(0, 0);
        instance.setInt(Tag.Rows, 3);
        instance.setInt(Tag.Columns, 4);
        instance.setInt(Tag.BitsAllocated, 1);
        instance.setInt(Tag.BitsStored, 1);
        instance.setInt(Tag.HighBit, 0);
        instance.setInt(Tag.PixelRepresentation, 0);
        // twelve ones, twelve bits 0101…: frames of 12 bits follow each other without a gap
        instance.setBytes(Tag.PixelData, VR.OB, new byte[] {(byte) 0xFF, (byte) 0xAF, (byte) 0xAA, 0});
        archive.store(instance, UID.ExplicitVRLittleEndian);

        List<WadoClient.AnswerPart> parts =
                client.get(path(study) + "/frames/1,2", "*/*").parts();

        assertThat(parts.get(0).content()).isEqualTo(new byte[] {(byte) 0xFF, 0x0F});
        assertThat(parts.get(1).content()).isEqualTo(new byte[] {(byte) 0xAA, 0x0A});
    }
}
