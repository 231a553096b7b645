/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

/** What happens when other content arrives under a SOP Instance UID that is taken. */
public enum ConflictPolicy {
    /** The first stays; the newcomer goes to quarantine and the sender is warned. */
    KEEP_FIRST,
    /** The newcomer is shown; the object of the first stays. */
    REPLACE
}
