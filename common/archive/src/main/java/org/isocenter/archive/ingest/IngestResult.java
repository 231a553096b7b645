/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import org.isocenter.archive.model.InstanceUids;

/** How a store ended well. */
public record IngestResult(Outcome outcome, InstanceUids uids, String sopClassUid) {

    /** What became of the instance. */
    public enum Outcome {
        /** It is durable and will be found. */
        STORED,
        /** The same was there already; nothing was written. */
        DUPLICATE,
        /** Other content is kept under this SOP Instance UID; this one is in quarantine. */
        QUARANTINED
    }
}
