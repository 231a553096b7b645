/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.FrameRange;
import org.isocenter.ingest.StowClient.Answer;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** What STOW-RS says is stored is in the engines, byte for byte. */
@QuarkusTest
@TestProfile(IngestOnEngines.class)
class StoreOnEnginesTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MetadataStore metadata;

    @Inject
    ObjectStore objects;

    private StowClient client;

    @BeforeEach
    void connect() {
        client = new StowClient(port);
        EnginesProfile.awaitReady(port);
    }

    private byte[] keptDataset(StoredInstance row) throws IOException {
        long length = row.objectSize() - row.datasetOffset();
        try (InputStream in = objects.read(row.location(), row.datasetOffset(), length)) {
            return in.readAllBytes();
        }
    }

    @Test
    void store_oneInstance() throws IOException {
        TestInstance instance = TestInstance.ct();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        StoredInstance row =
                metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow();
        assertThat(row.uids().studyInstanceUid()).isEqualTo(instance.uid(Tag.StudyInstanceUID));
        assertThat(row.transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(keptDataset(row)).isEqualTo(instance.dataset());
    }

    @Test
    void store_instanceTooLongForMemory() throws IOException {
        TestInstance instance =
                TestInstance.ct().with(Tag.Rows, 4096).with(Tag.Columns, 2048).withPixels(1 << 24);
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        StoredInstance row =
                metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow();
        assertThat(keptDataset(row)).isEqualTo(instance.dataset());
    }

    @Test
    void store_sameAgain() {
        TestInstance instance = TestInstance.ct();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        StoredInstance first =
                metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        StoredInstance second =
                metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow();
        assertThat(second.storedAt()).isEqualTo(first.storedAt());
        try (Stream<QuarantinedInstance> quarantined = metadata.quarantined(instance.uid(Tag.StudyInstanceUID))) {
            assertThat(quarantined).isEmpty();
        }
    }

    @Test
    void store_otherContentUnderTheSameUid() throws IOException {
        TestInstance instance = TestInstance.ct();
        byte[] first = instance.dataset();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        Answer answer = client.store(instance.with(Tag.PatientID, "LO", "T-2").file());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.items("00081199").get(0).at("/00081196/Value/0").asInt())
                .isEqualTo(0xb000);
        assertThat(keptDataset(
                        metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow()))
                .isEqualTo(first);
        try (Stream<QuarantinedInstance> quarantined = metadata.quarantined(instance.uid(Tag.StudyInstanceUID))) {
            assertThat(quarantined).singleElement().satisfies(each -> assertThat(objects.size(each.location()))
                    .isPresent());
        }
    }

    @Test
    void store_missingIdentifier() {
        TestInstance instance = TestInstance.ct().without(Tag.StudyInstanceUID);
        Answer answer = client.store(instance.file());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.items("00081198").get(0).at("/00081197/Value/0").asInt())
                .isEqualTo(0xa900);
        assertThat(metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID))).isEmpty();
    }

    @Test
    void store_metadataAndFrames() throws IOException {
        MetadataBody.Instance instance = MetadataBody.Instance.capture()
                .grey(5, 7)
                .with("00280008", "IS", "2")
                .bulk("7FE00010", "OB", "frames");
        byte[] frame = Codestreams.jpeg(0xc0, 5, 7);
        byte[] body = new MetadataBody()
                .json(instance)
                .bulk("image/jpeg", "frames", frame)
                .bulk("image/jpeg", "frames", frame)
                .end();
        assertThat(client.post("/dicom-web/studies", MetadataBody.JSON, null, body)
                        .status())
                .isEqualTo(200);
        StoredInstance row = metadata.instanceBySop(instance.sopInstanceUid()).orElseThrow();
        assertThat(row.transferSyntaxUid()).isEqualTo(UID.JPEGBaseline8Bit);
        assertThat(row.numberOfFrames()).isEqualTo(2);
        assertThat(objects.size(row.location())).contains(row.objectSize());
        FrameRange second = row.frameIndex().frame(1);
        byte[] dataset = keptDataset(row);
        byte[] range = Arrays.copyOfRange(dataset, (int) second.offset(), (int) (second.offset() + second.length()));
        assertThat(Arrays.copyOf(second.strip(range), frame.length)).isEqualTo(frame);
    }

    /** Longer than what the store path holds in memory, and by the same bytes as if it came as a file. */
    @Test
    void store_metadataAndLongPixelData() throws IOException {
        MetadataBody.Instance instance =
                MetadataBody.Instance.capture().grey(4096, 4096).bulk("7FE00010", "OB", "pixels");
        byte[] pixels = new byte[1 << 24];
        Arrays.fill(pixels, (byte) 7);
        byte[] body = new MetadataBody()
                .xml(instance)
                .bulk("application/octet-stream", "pixels", pixels)
                .end();
        assertThat(client.post("/dicom-web/studies", MetadataBody.XML, null, body)
                        .status())
                .isEqualTo(200);
        StoredInstance row = metadata.instanceBySop(instance.sopInstanceUid()).orElseThrow();
        assertThat(row.numberOfFrames()).isEqualTo(1);
        FrameRange frame = row.frameIndex().frame(0);
        byte[] dataset = keptDataset(row);
        assertThat(Arrays.copyOfRange(dataset, (int) frame.offset(), (int) (frame.offset() + frame.length())))
                .isEqualTo(pixels);
    }

    @Test
    void store_metadataWithPixelDataThatAreTooShort() {
        MetadataBody.Instance instance =
                MetadataBody.Instance.capture().grey(4, 4).bulk("7FE00010", "OB", "pixels");
        byte[] body = new MetadataBody()
                .json(instance)
                .bulk("application/octet-stream", "pixels", new byte[14])
                .end();
        Answer answer = client.post("/dicom-web/studies", MetadataBody.JSON, null, body);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.items("00081198").get(0).at("/00081197/Value/0").asInt())
                .isEqualTo(0xc001);
        assertThat(metadata.instanceBySop(instance.sopInstanceUid())).isEmpty();
    }
}
