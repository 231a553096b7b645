/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit.service;

import java.io.ByteArrayInputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.ingest.ConflictPolicy;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestSettings;
import org.isocenter.archive.ingest.InstanceIngest;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Puts instances into the archive by the store path, as ingest does, on the ports of the service under test. */
@ApplicationScoped
public class Store {

    private static final long MAX_BYTES_IN_FLIGHT = 256L << 20;

    private final InstanceIngest ingest;

    /** On the service's own ports and buckets. */
    public Store(
            MetadataStore metadata,
            ObjectStore objects,
            EventBus events,
            @ConfigProperty(name = "isocenter.objects.bucket-prefix") String prefix) {
        ingest = new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings(
                        prefix + "-hot", prefix + "-quarantine", ConflictPolicy.KEEP_FIRST, true, MAX_BYTES_IN_FLIGHT));
    }

    /** Stores one instance. */
    public void put(Attributes instance) {
        put(
                DatasetWriter.toBytes(instance, TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /** Stores the bytes of a data set; other content under a UID that is taken is a mistake of the test. */
    public InstanceUids put(byte[] dataset, TransferSyntax transferSyntax) {
        IngestResult result = ingest.store(new IngestRequest(
                new ByteArrayInputStream(dataset),
                transferSyntax,
                Optional.empty(),
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
}
