/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * The port to where work items are kept. Each change has one winner, of all processes. Safe for use by many threads; fails with
 * STORAGE_UNAVAILABLE.
 */
public interface WorkitemStore {

    /** Keeps a new work item; false if there is one of its UID, or was until lately. */
    boolean create(Workitem workitem);

    /** The work item, if there is one. */
    Optional<Workitem> find(String uid);

    /** Whether there is none any more. Forgotten some time after its deletion. */
    boolean isGone(String uid);

    /** Puts the next one in the place of the one expected; false if that one is there no more. */
    boolean replace(Workitem expected, Workitem next);

    /**
     * Deletes a work item.
     *
     * @param remembered how long {@link #isGone} says so
     * @return false if the one expected is there no more
     */
    boolean remove(Workitem expected, Duration remembered);

    /** The days that work items of a state are, or lately were, scheduled for. */
    SortedSet<LocalDate> days(WorkitemState state);

    /**
     * Shows work items of a state and a day one after the other, always in the same order, until the visitor has enough.
     *
     * @param visitor says whether it wants more
     * @return whether it did to the end
     */
    boolean visit(WorkitemState state, LocalDate day, Predicate<FoundWorkitem> visitor);

    /** The UIDs of work items of a state and a day that were changed last before a moment. */
    List<String> unchangedSince(WorkitemState state, LocalDate day, Instant before);

    /** Clears away what changes that failed half-way before a moment have left behind. */
    void tidy(WorkitemState state, LocalDate day, Instant before);
}
