/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.testkit.service.Store;

/** Puts instances into the archive that the service under test reads. */
@ApplicationScoped
public class TestArchive {

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final EventBus events;
    private final Store store;

    /** On the service's own ports. */
    public TestArchive(MetadataStore metadata, ObjectStore objects, EventBus events, Store store) {
        this.metadata = metadata;
        this.objects = objects;
        this.events = events;
        this.store = store;
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
        return store.put(dataset, TransferSyntax.of(transferSyntaxUid));
    }

    /** Makes a study findable by its patient. */
    public void project(String studyInstanceUid) {
        metadata.writeStudy(new StudyProjection(metadata)
                        .compute(studyInstanceUid)
                        .summary()
                        .orElseThrow())
                .toCompletableFuture()
                .join();
    }
}
