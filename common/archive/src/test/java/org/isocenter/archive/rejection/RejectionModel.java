/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.util.Optional;

import org.isocenter.archive.model.RejectionReason;

/** What an instance should be like, in the simplest terms. */
final class RejectionModel {

    boolean kept;
    boolean rejected;
    Optional<RejectionReason> lastReason = Optional.empty();
    String lastNote = "";

    /** It was marked by a process that was killed. */
    boolean dying;

    boolean isShown() {
        return kept && !rejected && !dying;
    }

    void stored() {
        if (kept && !dying && rejected && lastReason.orElseThrow().endsWhenStoredAgain()) {
            rejected = false;
        }
        kept = true;
        // what comes while the old content is dying outlives it
        survives |= dying;
    }

    private boolean survives;

    void rejected(RejectionReason reason) {
        if (isShown()) {
            reject(reason, "");
        }
    }

    private void reject(RejectionReason reason, String note) {
        rejected = true;
        lastReason = Optional.of(reason);
        lastNote = note;
    }

    void noted(RejectionReason reason, String note) {
        boolean again = lastReason.isPresent() && lastNote.equals(note);
        if (dying || again) {
            return;
        }
        if (!rejected || reason.isGraverThan(lastReason.orElseThrow())) {
            reject(reason, note);
        }
    }

    void restored() {
        if (!dying) {
            rejected = false;
        }
    }

    void marked() {
        dying = true;
        survives = false;
    }

    /** Its content is deleted, if it is rejected or dying. */
    void deleted() {
        if (dying || rejected && kept) {
            kept = dying && survives;
            dying = false;
            survives = false;
            if (lastReason.orElseThrow().endsWhenStoredAgain()) {
                rejected = false;
                lastReason = Optional.empty();
                lastNote = "";
            }
        }
    }
}
