/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** All bulk data and all pixel data of studies, series and instances over HTTP, out of real engines. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoBulkDataTest {

    private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4, (byte) 0xFF, (byte) 0xD9};

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

    private static Fragments fragments(byte[]... all) {
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        Arrays.stream(all).forEach(fragments::add);
        return fragments;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulkdata", "pixeldata"})
    void study_native_givesEachValueUnderItsAddress(String resource) {
        SyntheticStudy study = study(8001);
        study.instances().forEach(each -> archive.store(each, UID.ImplicitVRLittleEndian));

        WadoClient.Answer answer = client.get("/studies/" + study.studyInstanceUid() + "/" + resource, OCTETS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.parts()).hasSize(6).allSatisfy(part -> {
            assertThat(part.contentType()).isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
            assertThat(client.get(part.location().orElseThrow(), "application/octet-stream")
                            .body())
                    .isEqualTo(part.content());
        });
        assertThat(answer.parts())
                .filteredOn(part -> part.location().orElseThrow().endsWith(instancePath(study) + "/bulkdata/7FE00010"))
                .singleElement()
                .satisfies(part -> assertThat(part.content())
                        .isEqualTo(study.instance(0, 0).getBytes(Tag.PixelData)));
    }

    @Test
    void series_givesItsOwn() {
        SyntheticStudy study = study(8001);
        study.instances().forEach(each -> archive.store(each, UID.ImplicitVRLittleEndian));

        assertThat(client.get(
                                "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(1)
                                        + "/bulkdata",
                                "*/*")
                        .parts())
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.location().orElseThrow()).contains(study.seriesInstanceUid(1)));
    }

    @Test
    void instance_oneValue_mayBeASinglePart() {
        SyntheticStudy study = study(8001);
        study.instances().forEach(each -> archive.store(each, UID.ImplicitVRLittleEndian));

        for (String resource : List.of("/bulkdata", "/pixeldata")) {
            WadoClient.Answer single = client.get(instancePath(study) + resource, "application/octet-stream");

            assertThat(single.status()).isEqualTo(200);
            assertThat(single.contentType()).startsWith("application/octet-stream");
            assertThat(single.header("Content-Location")).endsWith(instancePath(study) + "/bulkdata/7FE00010");
            assertThat(single.body()).isEqualTo(study.instance(0, 0).getBytes(Tag.PixelData));
        }
    }

    @Test
    void instance_compressedWithIcon_givesFramesAndTheIconsFragments() {
        SyntheticStudy study = study(8002);
        Attributes instance = study.instance(0, 0);
        byte[] icon = {(byte) 0xFF, (byte) 0xD8, 9, 8, (byte) 0xFF, (byte) 0xD9};
        instance.setInt(Tag.NumberOfFrames, 2);
        instance.setValue(Tag.PixelData, VR.OB, fragments(JPEG, JPEG));
        Attributes item = new Attributes();
        item.setValue(Tag.PixelData, VR.OB, fragments(icon));
        instance.newSequence(Tag.IconImageSequence).add(item);
        archive.store(instance, UID.JPEGBaseline8Bit);

        List<WadoClient.AnswerPart> all = client.get(
                        instancePath(study) + "/bulkdata", "multipart/related; type=\"image/jpeg\"")
                .parts();
        List<WadoClient.AnswerPart> pixels =
                client.get(instancePath(study) + "/pixeldata", "*/*").parts();

        assertThat(all)
                .extracting(part -> part.location().orElseThrow().replaceFirst(".*/instances/[0-9.]+", ""))
                .containsExactly("/bulkdata/00880200/0/7FE00010", "/frames/1", "/frames/2");
        assertThat(all.get(0).content()).isEqualTo(icon);
        assertThat(all.get(1).content()).isEqualTo(JPEG);
        assertThat(pixels).hasSize(2).allSatisfy(part -> {
            assertThat(part.contentType()).isEqualTo("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50");
            assertThat(part.content()).isEqualTo(JPEG);
        });
        assertThat(client.get(instancePath(study) + "/bulkdata/00880200/0/7FE00010", "image/jpeg")
                        .body())
                .isEqualTo(icon);
    }

    @Test
    void study_partlyAcceptable_isPartial() {
        SyntheticStudy study = study(8003);
        archive.store(study.instance(0, 0), UID.ExplicitVRLittleEndian);
        Attributes compressed = study.instance(1, 0);
        compressed.setValue(Tag.PixelData, VR.OB, fragments(JPEG));
        archive.store(compressed, UID.JPEGBaseline8Bit);

        WadoClient.Answer answer = client.get(
                "/studies/" + study.studyInstanceUid() + "/pixeldata", "multipart/related; type=\"image/jpeg\"");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.parts()).singleElement().satisfies(part -> assertThat(part.content())
                .isEqualTo(JPEG));
    }

    @Test
    void document_goesOutUnderItsOwnMediaType() {
        SyntheticStudy study = study(8004);
        Attributes instance = study.instance(0, 0);
        byte[] pdf = ("%PDF-1.4 " + "x".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        instance.remove(Tag.PixelData);
        instance.setString(Tag.SOPClassUID, UID.EncapsulatedPDFStorage);
        instance.setString(Tag.MIMETypeOfEncapsulatedDocument, "application/pdf");
        instance.setBytes(Tag.EncapsulatedDocument, VR.OB, Arrays.copyOf(pdf, pdf.length + 1));
        instance.setInt(Tag.EncapsulatedDocumentLength, pdf.length);
        archive.store(instance, UID.ExplicitVRLittleEndian);

        WadoClient.Answer asPdf = client.get(instancePath(study) + "/bulkdata/00420011?accept=application/pdf", "*/*");
        WadoClient.Answer asOctets = client.get(instancePath(study) + "/bulkdata/00420011", "application/octet-stream");

        assertThat(asPdf.contentType()).isEqualTo("application/pdf");
        assertThat(asPdf.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(asPdf.body()).isEqualTo(pdf);
        assertThat(asOctets.body()).hasSize(pdf.length + 1);
        assertThat(client.get(instancePath(study) + "/pixeldata", "*/*").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studies/1.2.3.999/bulkdata", "/studies/1.2.3.999/series/1.2/pixeldata"})
    void nothing_isNotFound(String path) {
        assertThat(client.get(path, "*/*").status()).isEqualTo(404);
    }
}
