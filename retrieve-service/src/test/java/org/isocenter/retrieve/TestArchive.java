/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.ingest.ConflictPolicy;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestSettings;
import org.isocenter.archive.ingest.InstanceIngest;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Puts instances into the archive that the service under test reads. */
@ApplicationScoped
public class TestArchive {

    private static final long MAX_BYTES_IN_FLIGHT = 256L << 20;

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final EventBus events;
    private final InstanceIngest ingest;

    /** On the service's own ports. */
    public TestArchive(
            MetadataStore metadata,
            ObjectStore objects,
            EventBus events,
            @ConfigProperty(name = "isocenter.objects.bucket-prefix") String prefix) {
        this.metadata = metadata;
        this.objects = objects;
        this.events = events;
        this.ingest = new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings(
                        prefix + "-hot", prefix + "-quarantine", ConflictPolicy.KEEP_FIRST, true, MAX_BYTES_IN_FLIGHT));
    }

    /** Waits until the service has reached its engines. */
    public void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                metadata.check();
                objects.check();
                events.check();
                return;
            } catch (ArchiveException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /** Stores a data set and returns the bytes of it that are kept. */
    public byte[] store(Attributes instance, String transferSyntaxUid) {
        byte[] dataset = DatasetWriter.toBytes(instance, TransferSyntax.of(transferSyntaxUid));
        store(dataset, transferSyntaxUid);
        return dataset;
    }

    /** Stores bytes. */
    public InstanceUids store(byte[] dataset, String transferSyntaxUid) {
        IngestResult result = ingest.store(new IngestRequest(
                new ByteArrayInputStream(dataset),
                TransferSyntax.of(transferSyntaxUid),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "TEST",
                "main"));
        if (result.outcome() == IngestResult.Outcome.QUARANTINED) {
            throw new IllegalStateException("the test stores other content under a UID that is taken");
        }
        return result.uids();
    }

    /** Makes a study findable by its patient. */
    public void project(String studyInstanceUid) {
        metadata.writeStudy(
                        new StudyProjection(metadata).compute(studyInstanceUid).orElseThrow())
                .toCompletableFuture()
                .join();
    }
}
