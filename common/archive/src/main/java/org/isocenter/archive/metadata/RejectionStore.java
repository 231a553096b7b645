/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.SeriesKey;

/**
 * The port to what is rejected and what is to be deleted. Safe for use by many threads; its methods block and throw
 * {@link org.isocenter.archive.error.ArchiveException}, STORAGE_UNAVAILABLE if the engine does not answer in time: then a change may have been
 * made, or be made later.
 */
public interface RejectionStore {

    /** As many standings can be changed at once. */
    int MOST_CHANGES = 30;

    /** All instances of a series of which anything is known, by SOP Instance UID, also rejected ones that never came. */
    List<InstanceStanding> standings(SeriesKey series);

    /** The standing of one instance after every change that was told to be made. */
    Optional<InstanceStanding> standing(InstanceUids uids);

    /**
     * Changes standings of instances of one series, all of them or none.
     *
     * @param next what becomes of standings that were read, {@link #MOST_CHANGES} at the most
     * @return whether it was done; not if one of them has changed since it was read
     */
    boolean change(List<InstanceStanding> next);

    /** Removes content from its row as of the time that it was written; what was written later stays. */
    void removeContent(InstanceUids uids, KeptContent content);

    /** Notes deletions; the same ones again change nothing. */
    void addDue(List<DueDeletion> due);

    /** Forgets a deletion. */
    void removeDue(DueDeletion due);

    /** The days that have deletions, or had some, the first one first. */
    List<LocalDate> dueDays();

    /** The first deletions of a shard of a day that are counted from a moment not after the one given. */
    List<DueDeletion> due(LocalDate day, int shard, Instant until, int limit);

    /** Forgets a day that had no deletions any more at the time given. */
    void removeDueDay(LocalDate day, Instant asOf);

    /**
     * Asks for the turn to do what one process should do at a time; who has it gets it again. It saves work and guards nothing.
     *
     * @param name of the work
     * @param owner of the turn
     * @param length after which it ends, whole seconds
     */
    boolean takeTurn(String name, String owner, Duration length);
}
