/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Instances and frames in other transfer syntaxes than they are kept in. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoTranscodingTest {

    private static final int FRAMES = 11;
    private static final String INSTANCE = "application/dicom; transfer-syntax=";

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
        return SyntheticStudy.of(SyntheticKind.ENHANCED_CT, seed)
                .withSlices(FRAMES)
                .withSize(33, 31);
    }

    private static String path(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/instances/"
                + study.sopInstanceUid(0, 0);
    }

    private static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
    }

    private static byte[] frame(Attributes instance, int frame) {
        int length = FrameFormats.of(instance).length();
        byte[] all = instance.getBytes(Tag.PixelData);
        return Arrays.copyOfRange(all, frame * length, (frame + 1) * length);
    }

    /** Stores it encoded, with something behind the pixel data. */
    private Attributes store(SyntheticStudy study, String transferSyntaxUid) throws IOException {
        Attributes original = study.instance(0, 0);
        original.setBytes(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2, 3, 4});
        Attributes stored = new Attributes(original);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        for (int i = 0; i < FRAMES; i++) {
            Frame frame = new Frame(FrameFormats.of(original), frame(original, i));
            fragments.add(even(Codecs.encoder(transferSyntaxUid).orElseThrow().encode(frame)));
        }
        stored.setValue(Tag.PixelData, VR.OB, fragments);
        archive.store(stored, transferSyntaxUid);
        return original;
    }

    private Attributes retrieve(SyntheticStudy study, String transferSyntaxUid) throws IOException {
        WadoClient.Answer answer = client.get(path(study), INSTANCE + transferSyntaxUid);
        assertThat(answer.status())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(INSTANCE + transferSyntaxUid);
        Part10Header header = Part10Header.read(new ByteArrayInputStream(answer.body()));
        return DatasetReader.read(header.dataset(), TransferSyntax.of(transferSyntaxUid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless,
                "1.2.840.10008.1.2.4.201"
            })
    void instance_losslessSyntax_comesBackAsItWas(String transferSyntaxUid) throws IOException {
        SyntheticStudy study = study(transferSyntaxUid.hashCode());
        Attributes original = store(study, transferSyntaxUid);

        assertThat(retrieve(study, UID.ExplicitVRLittleEndian)).isEqualTo(original);
        // PS3.18 8.7.3: the default
        assertThat(client.get(path(study), "application/dicom").contentType())
                .isEqualTo(INSTANCE + UID.ExplicitVRLittleEndian);
        WadoClient.Answer octets = client.get(path(study) + "/frames/" + FRAMES, "application/octet-stream");
        assertThat(octets.contentType())
                .isEqualTo("application/octet-stream; transfer-syntax=" + UID.ExplicitVRLittleEndian);
        assertThat(octets.body()).isEqualTo(frame(original, FRAMES - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless,
                "1.2.840.10008.1.2.4.201"
            })
    void instance_uncompressed_isEncoded(String transferSyntaxUid) throws IOException {
        SyntheticStudy study = study(17L + transferSyntaxUid.hashCode());
        Attributes original = study.instance(0, 0);
        archive.store(original, UID.ExplicitVRLittleEndian);

        Attributes encoded = retrieve(study, transferSyntaxUid);

        Fragments fragments = (Fragments) encoded.getValue(Tag.PixelData);
        assertThat(fragments).hasSize(FRAMES + 1);
        for (int i = 0; i < FRAMES; i++) {
            Frame decoded = Codecs.decoder(transferSyntaxUid)
                    .orElseThrow()
                    .decode(FrameFormats.of(encoded), fragments.get(i + 1));
            assertThat(decoded.samples()).isEqualTo(frame(original, i));
        }
        encoded.remove(Tag.PixelData);
        original.remove(Tag.PixelData);
        assertThat(encoded).isEqualTo(original);
    }

    @Test
    void frames_severalInAnotherSyntax_areParts() throws IOException {
        SyntheticStudy study = study(91);
        Attributes original = store(study, UID.JPEGLSLossless);

        WadoClient.Answer answer =
                client.get(path(study) + "/frames/2,1,11", "multipart/related; type=\"application/octet-stream\"");

        assertThat(answer.parts())
                .extracting(WadoClient.AnswerPart::content)
                .containsExactly(frame(original, 1), frame(original, 0), frame(original, 10));
    }

    /** What is known from the format is known before anything is sent. */
    @Test
    void instance_ofSingleBits_isOfNoCodestream() {
        SyntheticStudy study = study(93);
        Attributes instance = study.instance(0, 0);
        instance.setInt(Tag.BitsAllocated, VR.US, 1);
        instance.setInt(Tag.BitsStored, VR.US, 1);
        instance.setInt(Tag.HighBit, VR.US, 0);
        instance.setInt(Tag.PixelRepresentation, VR.US, 0);
        instance.setInt(Tag.NumberOfFrames, VR.IS, 1);
        instance.setBytes(Tag.PixelData, VR.OB, new byte[(33 * 31 + 7) / 8 + 1 & ~1]);
        archive.store(instance, UID.ExplicitVRLittleEndian);

        String jpegLs = INSTANCE + UID.JPEGLSLossless;
        assertThat(client.get(path(study), jpegLs).status()).isEqualTo(406);
        assertThat(client.get(path(study), "application/zip; transfer-syntax=" + UID.JPEGLSLossless)
                        .status())
                .isEqualTo(406);
        assertThat(client.get(path(study) + "/frames/1", "image/jls").status()).isEqualTo(406);
        assertThat(client.get(path(study), jpegLs + ", " + INSTANCE + UID.ExplicitVRLittleEndian)
                        .contentType())
                .isEqualTo(INSTANCE + UID.ExplicitVRLittleEndian);
        assertThat(client.get(path(study) + "/frames/1", "image/jls, application/octet-stream")
                        .contentType())
                .startsWith("application/octet-stream");
    }

    @Test
    void instance_ofRubbish_isATypedAnswer() {
        SyntheticStudy study = study(92);
        Attributes instance = study.instance(0, 0);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(new byte[] {1, 2, 3, 4});
        instance.setValue(Tag.PixelData, VR.OB, fragments);
        archive.store(instance, UID.JPEGLSLossless);

        WadoClient.Answer answer = client.get(path(study), INSTANCE + UID.ExplicitVRLittleEndian);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        WadoClient.Answer zip =
                client.get(path(study), "application/zip; transfer-syntax=" + UID.ExplicitVRLittleEndian);
        assertThat(zip.status()).isEqualTo(409);
        assertThat(zip.header("Content-Disposition")).isEmpty();
        // as it is kept it can be had
        assertThat(client.get(path(study), INSTANCE + "*").status()).isEqualTo(200);
    }
}
