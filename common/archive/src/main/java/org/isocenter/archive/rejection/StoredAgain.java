/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import org.isocenter.archive.model.InstanceUids;

/** What is done with content that comes again while it is rejected. */
@FunctionalInterface
public interface StoredAgain {

    /** What became of what is kept. */
    enum Kept {
        /** It is kept: hidden as before, or shown again. */
        YES,
        /** It is being deleted, or is deleted: what comes now has to be kept anew. */
        NO
    }

    /**
     * Decides for an instance that was rejected a moment ago.
     *
     * @throws org.isocenter.archive.error.ArchiveException STORAGE_UNAVAILABLE if an engine does not answer
     */
    Kept storedAgain(InstanceUids uids);
}
