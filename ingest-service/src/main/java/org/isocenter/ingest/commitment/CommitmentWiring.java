/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.commitment;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.isocenter.archive.commitment.CommitmentCheck;
import org.isocenter.archive.commitment.StorageCommitment;
import org.isocenter.archive.metadata.CommitmentStore;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.service.concurrent.BlockingExecutor;

/** Storage commitment on the archive's ports, for whichever protocol. */
@ApplicationScoped
public class CommitmentWiring {

    /** Requests to the engines at the same time for one transaction: stores go on beside them. */
    private static final int WIDTH = 8;

    @Produces
    @Singleton
    StorageCommitment commitment(
            CommitmentStore store, MetadataStore metadata, ObjectStore objects, BlockingExecutor executor) {
        return new StorageCommitment(
                store,
                new CommitmentCheck(metadata, objects, executor, WIDTH),
                executor,
                Clock.systemUTC(),
                StorageCommitment.Settings.DEFAULT);
    }
}
