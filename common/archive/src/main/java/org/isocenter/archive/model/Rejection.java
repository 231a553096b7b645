/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That an instance was rejected.
 *
 * @param reason why
 * @param at when, to the millisecond
 * @param by the AE title that the note came from, or who asked for it otherwise; no person's name
 * @param note SOP Instance UID of the rejection note, or empty
 */
public record Rejection(RejectionReason reason, Instant at, String by, String note) {

    public Rejection {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
