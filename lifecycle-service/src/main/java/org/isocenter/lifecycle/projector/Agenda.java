/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Studies by the time at which each is to be looked at. Times are those of {@link System#nanoTime}. Guarded by {@link ProjectionQueue}. */
final class Agenda {

    private record Entry(DirtyStudy study, long at) {

        int compareTime(Entry other) {
            return Long.signum(at - other.at);
        }
    }

    private final Map<DirtyStudy, Entry> entries = new HashMap<>();
    private final NavigableSet<Entry> inOrder = new TreeSet<>(((Comparator<Entry>) Entry::compareTime)
            .thenComparing(each -> each.study().studyInstanceUid()));

    /** Adds a study that is not there. */
    void put(DirtyStudy study, long at) {
        Entry entry = new Entry(study, at);
        entries.put(study, entry);
        inOrder.add(entry);
    }

    /** Removes a study if it is there. */
    void remove(DirtyStudy study) {
        Entry entry = entries.remove(study);
        if (entry != null) {
            inOrder.remove(entry);
        }
    }

    /** The first one, if its time is not after the one given. */
    Optional<DirtyStudy> before(long time) {
        return inOrder.isEmpty() || inOrder.first().at() - time > 0
                ? Optional.empty()
                : Optional.of(inOrder.first().study());
    }

    /** How long until the first one's time; for ever if there is none. */
    long nanosUntilFirst(long now) {
        return inOrder.isEmpty() ? Long.MAX_VALUE : inOrder.first().at() - now;
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }
}
