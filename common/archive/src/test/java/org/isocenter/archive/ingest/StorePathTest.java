/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.event.kafka.KafkaEventBus;
import org.isocenter.archive.event.kafka.KafkaSettings;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraMetadataStore;
import org.isocenter.archive.metadata.cassandra.CassandraSettings;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectInfo;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.S3ObjectStore;
import org.isocenter.archive.object.S3Settings;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The store path on real engines. */
class StorePathTest {

    private static final String HOT = "storepath-hot";
    private static final String QUARANTINE = "storepath-quarantine";
    private static final String PREFIX = "storepath" + System.nanoTime();

    @TempDir
    static Path work;

    private static CassandraMetadataStore metadata;
    private static KafkaEventBus events;
    private static ObjectStore files;
    private static ObjectStore s3;
    private static int next;

    @BeforeAll
    static void open() throws InterruptedException {
        EngineAddresses engines = SharedEngines.get();
        String[] cassandra = engines.cassandra().split(":");
        CassandraConnection connection = new CassandraConnection(new CassandraSettings(
                List.of(new InetSocketAddress(cassandra[0], Integer.parseInt(cassandra[1]))),
                "datacenter1",
                PREFIX,
                1,
                Duration.ofMillis(1500)));
        metadata = new CassandraMetadataStore(connection);
        events = new KafkaEventBus(new KafkaSettings(engines.kafka(), PREFIX, 4, 1));
        files = new FileObjectStore(work.resolve("objects"), Durability.POWER);
        s3 = new S3ObjectStore(
                new S3Settings(URI.create(engines.s3()), engines.s3AccessKey(), engines.s3SecretKey(), "us-east-1"),
                HOT,
                work.resolve("spool"));
        assertThat(connection.await(Duration.ofSeconds(20))).isTrue();
        assertThat(events.await(Duration.ofSeconds(20))).isTrue();
    }

    @AfterAll
    static void close() {
        metadata.close();
        events.close();
        files.close();
        s3.close();
    }

    static Stream<ObjectStore> stores() {
        return Stream.of(files, s3);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void store_keepsTheDataSetAsItArrived(ObjectStore objects) throws Exception {
        Attributes image = image(64);
        byte[] dataset = bytes(image);
        List<InstanceStored> announced = new CopyOnWriteArrayList<>();
        IngestResult result;
        try (Subscription subscription = events.subscribeInstances("group-" + next++, batch -> {
            announced.addAll(batch);
            return CompletableFuture.completedStage(null);
        })) {
            result = ingest(objects, ConflictPolicy.KEEP_FIRST).store(request(dataset));
            awaitAnnounced(announced, result.uids());
            assertThat(subscription.caughtUp()).isTrue();
        }
        assertThat(result.outcome()).isEqualTo(Outcome.STORED);
        StoredInstance row = metadata.instance(result.uids()).orElseThrow();
        assertThat(read(objects, row)).isEqualTo(dataset);
        assertThat(metadata.instanceBySop(result.uids().sopInstanceUid())).isPresent();
        assertThat(row.decodeAttributes().getString(Tag.PatientName)).isEqualTo("Lind^Åsa");
        assertThat(row.frameIndex().count()).isEqualTo(1);
        StudySummary summary = new StudyProjection(metadata)
                .compute(result.uids().studyInstanceUid())
                .summary()
                .orElseThrow();
        assertThat(summary.numberOfInstances()).isEqualTo(1);
        assertThat(summary.attributes().getString(Tag.PatientName)).isEqualTo("Lind^Åsa");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void store_ofABodyBeyondMemory_streams(ObjectStore objects) throws Exception {
        byte[] dataset = bytes(image(3000));
        IngestResult result = ingest(objects, ConflictPolicy.KEEP_FIRST).store(request(dataset));
        StoredInstance row = metadata.instance(result.uids()).orElseThrow();
        assertThat(read(objects, row)).isEqualTo(dataset);
    }

    @Test
    void sameAgain_isADuplicateAndWritesNothing() throws Exception {
        byte[] dataset = bytes(image(32));
        InstanceIngest ingest = ingest(files, ConflictPolicy.KEEP_FIRST);
        IngestResult first = ingest.store(request(dataset));
        StoredInstance before = metadata.instance(first.uids()).orElseThrow();
        assertThat(ingest.store(request(dataset)).outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(metadata.instance(first.uids()).orElseThrow().storedAt()).isEqualTo(before.storedAt());
    }

    @Test
    void sameInAnotherNativeSyntax_isADuplicate() throws Exception {
        Attributes image = image(32);
        InstanceIngest ingest = ingest(files, ConflictPolicy.KEEP_FIRST);
        ingest.store(request(bytes(image)));
        byte[] implicit = DatasetWriter.toBytes(image, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        assertThat(ingest.store(request(implicit, TransferSyntax.IMPLICIT_LITTLE_ENDIAN))
                        .outcome())
                .isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void otherContent_goesToQuarantineOrReplacesByPolicy() throws Exception {
        Attributes image = image(32);
        IngestResult first = ingest(files, ConflictPolicy.KEEP_FIRST).store(request(bytes(image)));
        image.setString(Tag.PatientName, "Other^One");
        IngestResult second = ingest(files, ConflictPolicy.KEEP_FIRST).store(request(bytes(image)));
        assertThat(second.outcome()).isEqualTo(Outcome.QUARANTINED);
        assertThat(patientName(first.uids())).isEqualTo("Lind^Åsa");
        assertThat(metadata.quarantined(first.uids().studyInstanceUid())).hasSize(1);
        try (Stream<ObjectInfo> kept = files.list(QUARANTINE, first.uids().studyInstanceUid() + "/")) {
            assertThat(kept).hasSize(1);
        }
        IngestResult third = ingest(files, ConflictPolicy.REPLACE).store(request(bytes(image)));
        assertThat(third.outcome()).isEqualTo(Outcome.STORED);
        assertThat(patientName(first.uids())).isEqualTo("Other^One");
        try (Stream<ObjectInfo> versions = files.list(HOT, first.uids().studyInstanceUid() + "/")) {
            assertThat(versions).hasSize(2);
        }
    }

    @Test
    void withoutOrWithImpossibleIdentifiers_isRefused() {
        Attributes missing = image(16);
        missing.remove(Tag.StudyInstanceUID);
        assertRefused(missing, ErrorCode.MISSING_IDENTIFIER);
        Attributes traversing = image(16);
        traversing.setString(Tag.SeriesInstanceUID, "../../etc");
        assertRefused(traversing, ErrorCode.INVALID_IDENTIFIER);
        Attributes noRows = image(16);
        noRows.setInt(Tag.Rows, 0);
        assertRefused(noRows, ErrorCode.PIXEL_DATA_INVALID);
    }

    @Test
    void aBodyThatBreaksOff_isRefusedAndLeavesNothing() throws Exception {
        byte[] dataset = bytes(image(64));
        byte[] half = java.util.Arrays.copyOf(dataset, dataset.length / 2);
        assertThatThrownBy(() -> ingest(files, ConflictPolicy.KEEP_FIRST).store(request(half)))
                .isInstanceOfSatisfying(ArchiveException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.CANNOT_UNDERSTAND));
        try (Stream<Path> incoming =
                java.nio.file.Files.list(work.resolve("objects").resolve(".incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void cassandraThatDoesNotAnswer_isUnavailableAtOnce() {
        try (CassandraMetadataStore nowhere = new CassandraMetadataStore(new CassandraConnection(new CassandraSettings(
                List.of(new InetSocketAddress("127.0.0.1", 1)), "datacenter1", PREFIX, 1, Duration.ofMillis(1500))))) {
            InstanceIngest ingest = new InstanceIngest(nowhere, files, events, settings(ConflictPolicy.KEEP_FIRST));
            assertUnavailable(ingest);
        }
    }

    @Test
    void kafkaThatDoesNotAnswer_isUnavailableAtOnce() {
        try (KafkaEventBus nowhere = new KafkaEventBus(new KafkaSettings("127.0.0.1:1", PREFIX, 4, 1))) {
            InstanceIngest ingest = new InstanceIngest(metadata, files, nowhere, settings(ConflictPolicy.KEEP_FIRST));
            assertUnavailable(ingest);
        }
    }

    @Test
    void s3ThatDoesNotAnswer_isUnavailableAtOnce() {
        try (ObjectStore nowhere = new S3ObjectStore(
                new S3Settings(URI.create("http://127.0.0.1:1"), "a", "secret-secret", "us-east-1"), HOT, work)) {
            InstanceIngest ingest = new InstanceIngest(metadata, nowhere, events, settings(ConflictPolicy.KEEP_FIRST));
            assertUnavailable(ingest);
        }
    }

    private static void assertUnavailable(InstanceIngest ingest) {
        byte[] dataset = bytes(image(32));
        long start = System.nanoTime();
        assertThatThrownBy(() -> ingest.store(request(dataset)))
                .isInstanceOfSatisfying(ArchiveException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static void assertRefused(Attributes image, ErrorCode code) {
        byte[] dataset = bytes(image);
        assertThatThrownBy(() -> ingest(files, ConflictPolicy.KEEP_FIRST).store(request(dataset)))
                .isInstanceOfSatisfying(ArchiveException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private static String patientName(InstanceUids uids) {
        return metadata.instance(uids).orElseThrow().decodeAttributes().getString(Tag.PatientName);
    }

    private static void awaitAnnounced(List<InstanceStored> announced, InstanceUids uids) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (announced.stream().noneMatch(each -> each.uids().equals(uids))) {
            assertThat(System.nanoTime()).as("the event").isLessThan(deadline);
            Thread.sleep(20);
        }
        Thread.sleep(300);
    }

    private static byte[] read(ObjectStore objects, StoredInstance row) throws IOException {
        try (InputStream in = objects.read(row.location(), row.datasetOffset(), row.datasetLength())) {
            return in.readAllBytes();
        }
    }

    private static InstanceIngest ingest(ObjectStore objects, ConflictPolicy policy) {
        return new InstanceIngest(metadata, objects, events, settings(policy));
    }

    private static IngestSettings settings(ConflictPolicy policy) {
        return new IngestSettings(HOT, QUARANTINE, policy, true, 64L << 20);
    }

    private static IngestRequest request(byte[] dataset) {
        return request(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static IngestRequest request(byte[] dataset, TransferSyntax transferSyntax) {
        return new IngestRequest(
                new ByteArrayInputStream(dataset),
                transferSyntax,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "SENDER",
                "main");
    }

    private static byte[] bytes(Attributes image) {
        return DatasetWriter.toBytes(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static synchronized Attributes image(int size) {
        String studyInstanceUid = "1.2.826.0.1.3680043.10.9998." + System.nanoTime() + "." + next++;
        Attributes image = new Attributes();
        image.setString(Tag.SpecificCharacterSet, "ISO_IR 100");
        image.setString(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage);
        image.setString(Tag.SOPInstanceUID, studyInstanceUid + ".1.1");
        image.setString(Tag.StudyInstanceUID, studyInstanceUid);
        image.setString(Tag.SeriesInstanceUID, studyInstanceUid + ".1");
        image.setString(Tag.PatientID, "P1");
        image.setString(Tag.PatientName, "Lind^Åsa");
        image.setString(Tag.Modality, "OT");
        image.setInt(Tag.SamplesPerPixel, 1);
        image.setInt(Tag.Rows, size);
        image.setInt(Tag.Columns, size);
        image.setInt(Tag.BitsAllocated, 16);
        image.setInt(Tag.BitsStored, 16);
        byte[] pixelData = new byte[size * size * 2];
        for (int i = 0; i < pixelData.length; i++) {
            pixelData[i] = (byte) (i * 31);
        }
        image.setBytes(Tag.PixelData, VR.OW, pixelData);
        return image;
    }
}
