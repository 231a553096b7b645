/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionReason;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is corrected goes out corrected over WADO-RS, and as it was stored when the correction is revoked. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoCorrectionsTest {

    private static final String NAME = "Yamada^Tarou=山田^太郎=やまだ^たろう";
    private static final String INSTANCE = "application/dicom; transfer-syntax=";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    @Inject
    CorrectionStore corrections;

    private WadoClient client;

    @BeforeEach
    void connect() {
        archive.awaitReady();
        client = new WadoClient(port);
    }

    private static SyntheticStudy study(long seed) {
        return SyntheticStudy.of(SyntheticKind.CT, 770_000 + seed).withSlices(2).withSize(40, 40);
    }

    private static String path(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/instances/"
                + study.sopInstanceUid(0, 0);
    }

    private static InstanceUids uids(SyntheticStudy study) {
        return new InstanceUids(study.studyInstanceUid(), study.seriesInstanceUid(0), study.sopInstanceUid(0, 0));
    }

    /** With long values before and behind the pixel data, and within an item. */
    private static Attributes instance(SyntheticStudy study) {
        Attributes instance = study.instance(0, 0);
        instance.setSpecificCharacterSet("ISO_IR 100");
        instance.setString(Tag.PatientName, "Müller^Jürgen");
        instance.setString(Tag.PatientComments, "grün");
        instance.setBytes(Tag.ICCProfile, VR.OB, filled(3000, 7));
        Attributes icon = new Attributes();
        instance.newSequence(Tag.IconImageSequence).add(icon);
        icon.setInt(Tag.Rows, VR.US, 64);
        icon.setBytes(Tag.PixelData, VR.OW, filled(4096, 9));
        instance.setBytes(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2, 3, 4});
        return instance;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        bytes[1] = 1; // words that are not the same turned round
        return bytes;
    }

    private static Correction name(String name) {
        Attributes set = new Attributes();
        set.setSpecificCharacterSet("ISO_IR 192");
        set.setString(Tag.PatientName, name);
        set.setString(Tag.PatientID, "CORRECTED");
        return correction(new AttributeChanges(set, Collections.emptySortedSet()), 0);
    }

    private static Correction correction(AttributeChanges changes, int revokes) {
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                Instant.now(),
                "tester",
                CorrectionReason.CORRECT,
                "",
                new CorrectionTarget.OfStudy(),
                changes,
                revokes);
    }

    private Attributes expected(SyntheticStudy study, Attributes stored) {
        return CorrectionStore.await(corrections.ofStudy(study.studyInstanceUid()))
                .of(uids(study))
                .apply(stored);
    }

    private WadoClient.Answer retrieve(SyntheticStudy study, String accept) {
        WadoClient.Answer answer = client.get(path(study), accept);
        assertThat(answer.status())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer;
    }

    private static byte[] dataset(byte[] file) throws IOException {
        return Part10Header.read(new ByteArrayInputStream(file)).dataset().readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian
            })
    void instance_corrected_isMergedBeforeThePixels(String stored) throws IOException {
        SyntheticStudy study = study(stored.hashCode());
        Attributes original = instance(study);
        archive.store(original, stored);
        WadoClient.Answer before = retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian);
        WadoClient.Answer frame = client.get(path(study) + "/frames/1", "application/octet-stream");
        Correction recorded = corrections.append(study.studyInstanceUid(), name(NAME));

        WadoClient.Answer answer = retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian);
        Attributes read = DatasetReader.read(dataset(answer.body()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(read).isEqualTo(expected(study, original));
        assertThat(read.getString(Tag.PatientName)).isEqualTo(NAME);
        assertThat(read.getString(Tag.PatientComments)).isEqualTo("grün");
        assertThat(read.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(answer.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian).body())
                .as("the same bytes under the same tag")
                .isEqualTo(answer.body());

        WadoClient.Answer frameNow = client.get(path(study) + "/frames/1", "application/octet-stream");
        assertThat(frameNow.body()).isEqualTo(frame.body());
        assertThat(frameNow.header("ETag")).isEqualTo(frame.header("ETag"));
        assertThat(client.get(path(study) + "/bulkdata/00282000", "application/octet-stream")
                        .body())
                .isEqualTo(filled(3000, 7));

        corrections.append(study.studyInstanceUid(), correction(AttributeChanges.NONE, recorded.number()));
        WadoClient.Answer after = retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian);
        assertThat(after.body()).as("as it was stored").isEqualTo(before.body());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void instance_corrected_goesOutDeflatedAsItIsKept() throws IOException {
        SyntheticStudy study = study(1);
        Attributes original = instance(study);
        archive.store(original, UID.DeflatedExplicitVRLittleEndian);
        corrections.append(study.studyInstanceUid(), name(NAME));

        WadoClient.Answer answer = retrieve(study, INSTANCE + UID.DeflatedExplicitVRLittleEndian);
        byte[] dataset = dataset(answer.body());
        assertThat(dataset.length % 2).isZero();
        assertThat(DatasetReader.read(dataset, TransferSyntax.DEFLATED)).isEqualTo(expected(study, original));
    }

    private static Attributes encapsulated(SyntheticStudy study) throws IOException {
        Attributes instance = instance(study);
        Frame frame = new Frame(FrameFormats.of(instance), instance.getBytes(Tag.PixelData));
        byte[] encoded = Codecs.encoder(UID.RLELossless).orElseThrow().encode(frame);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(Arrays.copyOf(encoded, encoded.length + (encoded.length & 1)));
        instance.setValue(Tag.PixelData, VR.OB, fragments);
        Fragments ofIcon = new Fragments();
        ofIcon.add(new byte[0]);
        ofIcon.add(filled(2000, 3));
        ofIcon.add(filled(10, 4));
        instance.getNested(Tag.IconImageSequence).setValue(Tag.PixelData, VR.OB, ofIcon);
        return instance;
    }

    @Test
    void instance_encapsulated_isMerged_alsoWhenFramesAreEncodedAnew() throws IOException {
        SyntheticStudy study = study(2);
        Attributes original = encapsulated(study);
        byte[] pixels = instance(study).getBytes(Tag.PixelData);
        byte[] kept = archive.store(original, UID.RLELossless);
        assertThat(dataset(retrieve(study, INSTANCE + UID.RLELossless).body())).isEqualTo(kept);
        corrections.append(study.studyInstanceUid(), name(NAME));

        byte[] dataset = dataset(retrieve(study, INSTANCE + UID.RLELossless).body());
        assertThat(dataset)
                .isEqualTo(DatasetWriter.toBytes(expected(study, original), TransferSyntax.of(UID.RLELossless)));

        Attributes decoded = DatasetReader.read(
                dataset(retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian).body()),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(decoded.getString(Tag.PatientName)).isEqualTo(NAME);
        assertThat(decoded.contains(Tag.OriginalAttributesSequence)).isTrue();
        assertThat(decoded.getBytes(Tag.PixelData)).isEqualTo(pixels);
    }

    @Test
    void instance_ofALargeHeader_isMerged() throws IOException {
        SyntheticStudy study = study(3);
        Attributes original = instance(study);
        var items = original.newSequence(Tag.ReferencedImageSequence);
        for (int i = 0; i < 20_000; i++) {
            Attributes item = new Attributes();
            items.add(item);
            item.setString(Tag.ReferencedSOPClassUID, UID.CTImageStorage);
            item.setString(Tag.ReferencedSOPInstanceUID, "1.2.3.4.5.6.7." + i);
        }
        archive.store(original, UID.ImplicitVRLittleEndian);
        corrections.append(study.studyInstanceUid(), name(NAME));

        WadoClient.Answer answer = retrieve(study, INSTANCE + UID.ExplicitVRLittleEndian);
        assertThat(DatasetReader.read(dataset(answer.body()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .isEqualTo(expected(study, original));
    }

    @Test
    void metadata_areCorrected_underAnotherTag() throws IOException {
        SyntheticStudy study = study(4);
        archive.store(instance(study), UID.ExplicitVRLittleEndian);
        List<String> paths = List.of(
                "/studies/" + study.studyInstanceUid() + "/metadata",
                "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + "/metadata",
                path(study) + "/metadata");
        Map<String, String> tags = new HashMap<>();
        paths.forEach(each ->
                tags.put(each, client.get(each, "application/dicom+json").header("ETag")));
        corrections.append(study.studyInstanceUid(), name(NAME));

        for (String each : paths) {
            WadoClient.Answer answer = client.get(each, "application/dicom+json");
            assertThat(answer.header("ETag")).isNotEmpty().isNotEqualTo(tags.get(each));
            JsonNode instance = new ObjectMapper().readTree(answer.body()).get(0);
            assertThat(instance.at("/00100010/Value/0/Ideographic").asText()).isEqualTo("山田^太郎");
            assertThat(instance.at("/00100020/Value/0").asText()).isEqualTo("CORRECTED");
            assertThat(instance.at("/04000561/Value/0/04000550/Value/0/00100010/Value/0/Alphabetic")
                            .asText())
                    .isEqualTo("Müller^Jürgen");
            assertThat(client.get(instance.at("/7FE00010/BulkDataURI").asText(), "application/octet-stream")
                            .body())
                    .isEqualTo(instance(study).getBytes(Tag.PixelData));
            assertThat(new String(
                            client.get(each, "multipart/related; type=\"application/dicom+xml\"")
                                    .body(),
                            StandardCharsets.UTF_8))
                    .contains("太郎", "CORRECTED");
        }
    }

    @Test
    void study_asMultipartAndZip_isCorrected() throws IOException {
        SyntheticStudy study = study(5);
        Attributes original = instance(study);
        archive.store(original, UID.ExplicitVRLittleEndian);
        archive.store(study.instance(0, 1), UID.ExplicitVRLittleEndian);
        corrections.append(study.studyInstanceUid(), name(NAME));
        String address = "/studies/" + study.studyInstanceUid();

        List<WadoClient.AnswerPart> parts = client.get(
                        address, "multipart/related; type=\"application/dicom\"; transfer-syntax=*")
                .parts();
        assertThat(parts).hasSize(2);
        for (WadoClient.AnswerPart each : parts) {
            assertThat(DatasetReader.read(dataset(each.content()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
                            .getString(Tag.PatientName))
                    .isEqualTo(NAME);
        }

        byte[] zip = client.get(address + "?dicomdir=true", "application/zip").body();
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                in.transferTo(bytes);
                entries.put(entry.getName(), bytes.toByteArray());
            }
        }
        Attributes directory =
                DatasetReader.read(dataset(entries.get("DICOMDIR")), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        Attributes patient = directory.getNested(Tag.DirectoryRecordSequence);
        assertThat(patient.getString(Tag.PatientID)).isEqualTo("CORRECTED");
        assertThat(patient.getString(Tag.PatientName)).isEqualTo(NAME);
        assertThat(DatasetReader.read(
                                dataset(entries.get("DICOM/SE000001/IM000001")), TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
                        .getString(Tag.PatientName))
                .isEqualTo(NAME);
    }
}
