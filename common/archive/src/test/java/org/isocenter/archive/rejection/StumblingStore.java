/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.SeriesKey;

/** The store of a process that is killed after so many of its writes. */
final class StumblingStore implements RejectionStore {

    /** The end of the process. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RejectionStore store;
    private int writesLeft;

    StumblingStore(RejectionStore store, int writes) {
        this.store = store;
        this.writesLeft = writes;
    }

    private void write() {
        if (writesLeft-- <= 0) {
            throw new Killed();
        }
    }

    @Override
    public List<InstanceStanding> standings(SeriesKey series) {
        return store.standings(series);
    }

    @Override
    public Optional<InstanceStanding> standing(InstanceUids uids) {
        return store.standing(uids);
    }

    @Override
    public boolean change(List<InstanceStanding> next) {
        write();
        return store.change(next);
    }

    @Override
    public void removeContent(InstanceUids uids, KeptContent content) {
        write();
        store.removeContent(uids, content);
    }

    @Override
    public void addDue(List<DueDeletion> due) {
        write();
        store.addDue(due);
    }

    @Override
    public void removeDue(DueDeletion due) {
        write();
        store.removeDue(due);
    }

    @Override
    public List<LocalDate> dueDays() {
        return store.dueDays();
    }

    @Override
    public List<DueDeletion> due(LocalDate day, int shard, Instant until, int limit) {
        return store.due(day, shard, until, limit);
    }

    @Override
    public void removeDueDay(LocalDate day, Instant asOf) {
        store.removeDueDay(day, asOf);
    }

    @Override
    public boolean takeTurn(String name, String owner, Duration length) {
        return store.takeTurn(name, owner, length);
    }
}
