/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;

/**
 * What an AE said of all work items (PS3.4 CC.2.3.1). Whatever it said of single ones before is void.
 *
 * @param aet who
 * @param kind what it wants
 * @param hasDeletionLock whether it wants them kept when they have ended
 * @param filter matching keys of the kind FILTERED, else no attributes
 * @param at when it said so
 * @param suspendedAt from when on new work items are left out, if that is so
 */
public record GlobalSubscription(
        String aet, Kind kind, boolean hasDeletionLock, Attributes filter, Instant at, Optional<Instant> suspendedAt) {

    /** Which work items. */
    public enum Kind {
        ALL,
        FILTERED,
        NONE
    }

    /** Whether it takes in a work item that no word was said of since. */
    boolean takesIn(Workitem workitem) {
        return switch (kind) {
            case ALL -> suspendedAt.map(at -> !workitem.createdAt().isAfter(at)).orElse(true);
            case FILTERED, NONE -> false; // those that match have a word of their own
        };
    }

    /** Whether new work items that match are still subscribed to. */
    boolean isFiltering() {
        return kind == Kind.FILTERED && suspendedAt.isEmpty();
    }
}
