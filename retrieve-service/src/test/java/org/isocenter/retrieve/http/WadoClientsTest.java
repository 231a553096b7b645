/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.Arrays;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What viewers and libraries literally ask for, against every resource, of an uncompressed and of a compressed instance. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoClientsTest {

    private static final String NOT_ACCEPTABLE = "406";
    private static final SyntheticStudy NATIVE =
            SyntheticStudy.of(SyntheticKind.CT, 7001).withSlices(2).withSize(32, 32);
    private static final SyntheticStudy JPEG =
            SyntheticStudy.of(SyntheticKind.CT, 7002).withSlices(2).withSize(32, 32);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private WadoClient client;

    @BeforeEach
    void store() {
        archive.awaitReady();
        client = new WadoClient(port);
        NATIVE.instances().forEach(each -> archive.store(each, UID.ExplicitVRLittleEndian));
        JPEG.instances().forEach(each -> archive.store(compressed(each), UID.JPEGBaseline8Bit));
    }

    /** The same with an image of 8 bits in place of its own. */
    private static Attributes compressed(Attributes instance) {
        instance.setInt(Tag.BitsAllocated, 8);
        instance.setInt(Tag.BitsStored, 8);
        instance.setInt(Tag.HighBit, 7);
        instance.setInt(Tag.PixelRepresentation, 0);
        FrameFormat format = FrameFormats.of(instance);
        byte[] gradient = new byte[format.length()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (byte) (i / 4);
        }
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(even(encoded(new Frame(format, gradient))));
        instance.setValue(Tag.PixelData, VR.OB, fragments);
        return instance;
    }

    private static byte[] encoded(Frame frame) {
        try {
            return Codecs.encoder(UID.JPEGBaseline8Bit).orElseThrow().encode(frame);
        } catch (CodestreamException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
    }

    private static String path(String resource, SyntheticStudy study) {
        String series = "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0);
        String instance = series + "/instances/" + study.sopInstanceUid(0, 0);
        return switch (resource) {
            case "study" -> "/studies/" + study.studyInstanceUid();
            case "series" -> series;
            case "instance" -> instance;
            case "metadata" -> series + "/metadata";
            case "frame" -> instance + "/frames/1";
            case "bulkdata" -> instance + "/bulkdata/7FE00010";
            case "all" -> series + "/bulkdata";
            case "pixeldata" -> series + "/pixeldata";
            default -> throw new IllegalArgumentException(resource);
        };
    }

    private String given(String resource, SyntheticStudy study, String accept) {
        String query = accept.startsWith("?") ? accept : "";
        WadoClient.Answer answer =
                client.get(path(resource, study) + query, query.isEmpty() && !accept.equals("none") ? accept : null);
        if (answer.status() != 200) {
            return Integer.toString(answer.status());
        }
        if (!answer.contentType().startsWith("multipart/related")) {
            return answer.contentType().replace("; transfer-syntax=1.2.840.10008.1.2", " ");
        }
        return "parts of " + answer.parts().get(0).contentType().replace("; transfer-syntax=1.2.840.10008.1.2", " ");
    }

    /** Who asks | of what | Accept header, none, or query | for an uncompressed one | for a JPEG. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Cornerstone's loader, OHIF with its default acceptHeader
                "Cornerstone | frame | multipart/related; type=application/octet-stream; transfer-syntax=*"
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "OHIF | frame | multipart/related; type=image/jls; q=1, multipart/related; type=application/octet-stream;"
                        + " transfer-syntax=*; q=0.1"
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "OHIF | bulkdata | multipart/related; type=application/pdf; transfer-syntax=*,"
                        + " multipart/related; type=application/octet-stream; transfer-syntax=*"
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "OHIF | metadata | application/dicom+json, multipart/related; type=application/octet-stream"
                        + " | application/dicom+json | application/dicom+json",
                "OHIF microscopy | frame | */* | parts of application/octet-stream .1 | parts of image/jpeg .4.50",
                "Cornerstone HTJ2K | frame | ?accept=image/jhc | image/jphc .4.201 | image/jphc .4.201",
                "Cornerstone single part | frame | application/octet-stream; transfer-syntax=*"
                        + " | application/octet-stream .1 | application/octet-stream .4.50",
                // dicomweb-client for Python
                "Python | study | multipart/related; type=\"application/dicom\"; transfer-syntax=*"
                        + " | parts of application/dicom .1 | parts of application/dicom .4.50",
                "Python | study | multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.1"
                        + " | parts of application/dicom .1 | parts of application/dicom .1",
                "Python | frame | multipart/related; type=\"*/*\" | parts of application/octet-stream .1"
                        + " | parts of image/jpeg .4.50",
                "Python | frame | multipart/related; type=\"image/*\" | parts of image/jpeg .4.70"
                        + " | parts of image/jpeg .4.50",
                "Python | frame | multipart/related; type=\"image/jpeg\"; transfer-syntax=1.2.840.10008.1.2.4.50,"
                        + " multipart/related; type=\"application/octet-stream\"; transfer-syntax=1.2.840.10008.1.2.1"
                        + " | parts of application/octet-stream .1 | parts of image/jpeg .4.50",
                "Python | metadata | application/dicom+json, application/json | application/dicom+json"
                        + " | application/dicom+json",
                "Python | bulkdata | */* | parts of application/octet-stream .1 | parts of image/jpeg .4.50",
                // dicomweb-client for JavaScript
                "JavaScript | instance | multipart/related; type=\"application/dicom\"; transfer-syntax=\"*\""
                        + " | parts of application/dicom .1 | parts of application/dicom .4.50",
                "JavaScript | instance | multipart/related; type=\"application/octet-stream\"; transfer-syntax=*"
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "JavaScript | bulkdata | application/octet-stream | application/octet-stream .1"
                        + " | application/octet-stream .1",
                "JavaScript | all | multipart/related; type=\"application/octet-stream\"; transfer-syntax=*"
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "JavaScript | metadata | none | application/dicom+json | application/dicom+json",
                // Weasis and dcm4che's tools, which repeat the parameters of answers
                "Weasis | instance | multipart/related; type=\"application/dicom\";transfer-syntax=1.2.840.10008.1.2.4.50;"
                        + "q=0.9;boundary=x, multipart/related; type=\"application/dicom\";transfer-syntax="
                        + "1.2.840.10008.1.2.1;q=0.8;boundary=x"
                        + " | parts of application/dicom .1 | parts of application/dicom .4.50",
                "Weasis | series | multipart/related;type=application/dicom;transfer-syntax=*"
                        + " | parts of application/dicom .1 | parts of application/dicom .4.50",
                "Weasis | metadata | application/dicom+xml, multipart/related; type=\"application/dicom+xml\""
                        + " | parts of application/dicom+xml | parts of application/dicom+xml",
                "Orthanc | study | multipart/related; type=\"application/dicom\"; transfer-syntax=*"
                        + " | parts of application/dicom .1 | parts of application/dicom .4.50",
                "Orthanc | metadata | application/json | application/json | application/json",
                // others, and what the standard says
                "curl | study | */* | parts of application/dicom .1 | parts of application/dicom .4.50",
                "curl | instance | application/dicom | application/dicom .1 | application/dicom .4.50",
                "curl | series | application/dicom | 406 | 406",
                "curl | study | application/zip | application/zip | application/zip",
                "curl | instance | ?accept=application/zip | application/zip | application/zip",
                "case | frame | MULTIPART/Related; Transfer-Syntax=*; TYPE=\"Application/Octet-Stream\""
                        + " | parts of application/octet-stream .1 | parts of application/octet-stream .4.50",
                "refusal | instance | */*, multipart/related;q=0, application/dicom"
                        + " | application/dicom .1 | application/dicom .4.50",
                "preference | instance | multipart/related;q=0.2, application/dicom;q=0.9"
                        + " | application/dicom .1 | application/dicom .4.50",
                "all pixels | pixeldata | multipart/related; type=image/jpeg | 406 | parts of image/jpeg .4.50",
                "all pixels | pixeldata | */* | parts of application/octet-stream .1 | parts of image/jpeg .4.50",
                "single for many | all | application/octet-stream; transfer-syntax=* | 406 | 406",
                "other | metadata | image/png | 406 | 406",
                "other | metadata | multipart/related; type=\"application/dicom+json\" | 406 | 406",
                "implicit | instance | multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2"
                        + " | 406 | 406",
            })
    void accept_ofAClient(String who, String resource, String accept, String ofNative, String ofJpeg) {
        assertThat(given(resource, NATIVE, accept)).as("uncompressed").isEqualTo(ofNative);
        assertThat(given(resource, JPEG, accept)).as("JPEG").isEqualTo(ofJpeg);
    }

    @ParameterizedTest
    @CsvSource({
        "study, 'multipart/related; type=\\\"application/dicom\\\"; transfer-syntax=1.2.840.10008.1.2.1'",
        "study, application/zip",
        "metadata, application/dicom+json",
        "frame, application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
        "all, 'multipart/related; type=\\\"application/octet-stream\\\"; transfer-syntax=1.2.840.10008.1.2.1'"
    })
    void notAcceptable_saysWhatIs(String resource, String offered) {
        WadoClient.Answer answer = client.get(path(resource, NATIVE), "image/png");

        assertThat(answer.status()).hasToString(NOT_ACCEPTABLE);
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"offered\":[", offered);
    }
}
