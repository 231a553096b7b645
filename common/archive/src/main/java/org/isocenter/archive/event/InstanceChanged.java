/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Instant;

import org.isocenter.archive.model.InstanceUids;

/**
 * That an instance is, or is about to be, rejected, restored or deleted. It comes before the row is changed, as the announcement of a store
 * does, and may come again.
 *
 * @param uids the instance
 * @param change what becomes of it
 * @param reason Code Value of CID 7011 of the rejection that begins, ends, or led to the deletion; or empty
 * @param at when it was rejected, restored or deleted
 * @param by the AE title or the service that did it
 * @param note SOP Instance UID of the rejection note, or empty
 * @param site the site of the process
 */
public record InstanceChanged(
        InstanceUids uids, Change change, String reason, Instant at, String by, String note, String site) {

    /** What becomes of an instance. */
    public enum Change {
        /** It is not shown any more. */
        REJECTED,
        /** It is shown again. */
        RESTORED,
        /** Its content is gone for ever. */
        DELETED
    }
}
