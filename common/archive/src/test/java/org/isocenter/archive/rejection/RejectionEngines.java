/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.ingest.ConflictPolicy;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestSettings;
import org.isocenter.archive.ingest.InstanceIngest;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraMetadataStore;
import org.isocenter.archive.metadata.cassandra.CassandraRejectionStore;
import org.isocenter.archive.metadata.cassandra.TestKeyspace;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** A series in a real Cassandra and a folder, and what is done to it. */
final class RejectionEngines implements AutoCloseable {

    /** One keyspace for all tests: making one takes long. */
    private static final CassandraConnection CONNECTION = new CassandraConnection(TestKeyspace.fresh("rejection"));

    static final String HOT = "rejection-hot";
    static final String DERIVED = "rejection-derived";

    final String study = "1.2.826.0.1.3680043.10.9997." + System.nanoTime();
    final SeriesKey series = new SeriesKey(study, study + ".1");
    final CassandraMetadataStore metadata;
    final RejectionStore store;
    final ObjectStore objects;
    final RecordedEvents events = new RecordedEvents();
    final Rejections rejections;
    final InstanceIngest ingest;

    RejectionEngines(Path folder) throws InterruptedException {
        if (!CONNECTION.await(Duration.ofMinutes(3))) {
            throw new IllegalStateException("no Cassandra");
        }
        metadata = new CassandraMetadataStore(CONNECTION);
        store = new CassandraRejectionStore(CONNECTION);
        objects = new FileObjectStore(folder, Durability.PROCESS);
        rejections = new Rejections(metadata, store, events, "main");
        ingest = new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings(HOT, "rejection-quarantine", ConflictPolicy.KEEP_FIRST, true, 64L << 20),
                new StoredAgainByReason(store, rejections));
    }

    InstanceUids uids(int number) {
        return new InstanceUids(study, series.seriesInstanceUid(), series.seriesInstanceUid() + "." + number);
    }

    /** A document of its own, always the same for a number. */
    byte[] content(int number) {
        Attributes document = new Attributes();
        document.setString(Tag.SOPClassUID, UID.BasicTextSRStorage);
        document.setString(Tag.SOPInstanceUID, uids(number).sopInstanceUid());
        document.setString(Tag.StudyInstanceUID, study);
        document.setString(Tag.SeriesInstanceUID, series.seriesInstanceUid());
        document.setString(Tag.PatientID, "P1");
        document.setString(Tag.Modality, "SR");
        return DatasetWriter.toBytes(document, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    IngestResult put(int number) {
        return ingest.store(new IngestRequest(
                new ByteArrayInputStream(content(number)),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "SENDER",
                "main"));
    }

    boolean isShown(int number) {
        return metadata.instance(uids(number))
                .filter(each -> each.state() == InstanceState.ACTIVE)
                .isPresent();
    }

    /** The data set as it is kept, if it is; throws if there is a row without its object. */
    Optional<byte[]> kept(int number) {
        return metadata.instance(uids(number)).map(this::read);
    }

    private byte[] read(StoredInstance row) {
        try (InputStream in = objects.read(row.location(), row.datasetOffset(), row.datasetLength())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PermanentDeletion deletion(RejectionStore through) {
        return new PermanentDeletion(metadata, through, objects, events, DERIVED, "main");
    }

    /** Notes what is rejected, as the projector does, and carries out all that is noted of the study. */
    void deleteAll(RejectionStore through) {
        new DeletionAgenda(store).note(series);
        Instant later = Instant.now().plusSeconds(60);
        for (DueDeletion each : due(later)) {
            deletion(through).carryOut(each, later);
        }
    }

    List<DueDeletion> due(Instant until) {
        int shard = new DueDeletion(uids(0), until).shard();
        return store.dueDays().stream()
                .flatMap(day -> store.due(day, shard, until, 1000).stream())
                .filter(each -> each.uids().studyInstanceUid().equals(study))
                .toList();
    }

    @Override
    public void close() {
        objects.close();
    }
}
