/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.ingest.ConflictPolicy;
import org.isocenter.archive.ingest.IngestSettings;
import org.isocenter.archive.ingest.InstanceIngest;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.rejection.Rejections;
import org.isocenter.archive.rejection.StoredAgainByReason;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.config.ObjectsConfig;

/** The archive's store path as the sink of both protocols. */
@ApplicationScoped
public class IngestWiring {

    @Produces
    @ApplicationScoped
    InstanceSink sink(
            MetadataStore metadata,
            RejectionStore rejectionStore,
            Rejections rejections,
            ObjectStore objects,
            EventBus events,
            IngestConfig config,
            ObjectsConfig buckets) {
        ConflictPolicy policy =
                switch (config.conflictPolicy()) {
                    case KEEP_FIRST -> ConflictPolicy.KEEP_FIRST;
                    case REPLACE -> ConflictPolicy.REPLACE;
                };
        InstanceIngest ingest = new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings(
                        buckets.bucketPrefix() + "-hot",
                        buckets.bucketPrefix() + "-quarantine",
                        policy,
                        config.acceptUnlistedSopClasses(),
                        config.maxBytesInFlight().asLongValue(),
                        config.engineTimeout()),
                new StoredAgainByReason(rejectionStore, rejections));
        return ingest::store;
    }
}
