/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;

/** Where instances go: the archive's store path. */
@FunctionalInterface
public interface InstanceSink {

    /**
     * Stores an instance durably.
     *
     * @throws org.isocenter.archive.error.ArchiveException if it is not stored
     */
    IngestResult store(IngestRequest request);
}
