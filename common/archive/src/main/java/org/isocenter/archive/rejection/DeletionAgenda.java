/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.SeriesKey;

/**
 * Which rejected instances are to be deleted some time. The projector has it filled, which looks at a study after every change: so
 * also what came after its rejection is in it. Thread-safe.
 */
public final class DeletionAgenda {

    private final RejectionStore store;

    /** In the store. */
    public DeletionAgenda(RejectionStore store) {
        this.store = store;
    }

    /** Notes all rejected instances of a series that have content; those that are noted already change nothing. */
    public void note(SeriesKey series) {
        List<DueDeletion> due = store.standings(series).stream()
                .flatMap(standing -> due(standing).stream())
                .toList();
        if (!due.isEmpty()) {
            store.addDue(due);
        }
    }

    /** The deletion that a standing leads to: the delay is counted from the rejection, or from the store if that came later. */
    static Optional<DueDeletion> due(InstanceStanding standing) {
        if (standing.state() != InstanceState.REJECTED || standing.content().isEmpty()) {
            return Optional.empty();
        }
        Instant storedAt = standing.content().get().storedAt();
        return standing.rejection()
                .map(Rejection::at)
                .map(at -> new DueDeletion(standing.uids(), at.isBefore(storedAt) ? storedAt : at));
    }
}
