/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import java.io.ByteArrayInputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.ingest.ConflictPolicy;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestSettings;
import org.isocenter.archive.ingest.InstanceIngest;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Puts instances into the archive by the store path, as ingest does. */
@ApplicationScoped
public class Store {

    private final InstanceIngest ingest;

    Store(
            MetadataStore metadata,
            ObjectStore objects,
            EventBus events,
            @ConfigProperty(name = "isocenter.objects.bucket-prefix") String prefix) {
        ingest = new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings(prefix + "-hot", prefix + "-quarantine", ConflictPolicy.KEEP_FIRST, false, 1 << 26));
    }

    /** Stores one instance. */
    public void put(Attributes instance) {
        byte[] dataset = DatasetWriter.toBytes(instance, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        ingest.store(new IngestRequest(
                new ByteArrayInputStream(dataset),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "TEST",
                "test"));
    }
}
