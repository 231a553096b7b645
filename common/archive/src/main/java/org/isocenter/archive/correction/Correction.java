/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.time.Instant;

/**
 * A record that corrects attributes, or revokes an earlier record. Records are numbered within their study, or their patient, and
 * never change.
 *
 * @param number from 1; 0 of one that is not recorded yet
 * @param id another one for each record, whatever its number
 * @param at when it was recorded
 * @param author who asked for it
 * @param reason why, as data sets tell it
 * @param comment why, for humans; may be empty
 * @param target what it applies to
 * @param changes what it does; nothing if it revokes
 * @param revokes the number of the record that it revokes, or 0
 */
public record Correction(
        int number,
        String id,
        Instant at,
        String author,
        CorrectionReason reason,
        String comment,
        CorrectionTarget target,
        AttributeChanges changes,
        int revokes) {

    /** The same under a number. */
    public Correction numbered(int newNumber) {
        return new Correction(newNumber, id, at, author, reason, comment, target, changes, revokes);
    }

    public boolean isRevocation() {
        return revokes > 0;
    }
}
