/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;

/**
 * A study of which something was announced: what is still to be seen as a row, and when to look next. Times are those of
 * {@link System#nanoTime}. Guarded by the lock of {@link ProjectionQueue}.
 */
final class DirtyStudy {

    /** Announced instances by series, with the time at which they are given up. */
    private final Map<SeriesKey, Map<String, Long>> announced = new HashMap<>();

    private boolean dirty;
    private boolean running;
    private boolean reconciled = true;
    private long dueAt;
    private long lastEventAt;
    private long restUntil;
    private int failures;
    private int faults;
    private boolean announcedSinceBegin;

    void announce(InstanceUids uids, long now, long deadline) {
        announced
                .computeIfAbsent(uids.series(), key -> new HashMap<>())
                .merge(uids.sopInstanceUid(), deadline, Math::max);
        dirty = true;
        announcedSinceBegin = true;
        reconciled = false;
        lastEventAt = now;
        dueAt = Math.max(now, restUntil);
    }

    /** Whether a projection should begin now. */
    boolean isDue(long now, long quietNanos) {
        if (running) {
            return false;
        }
        return dirty ? now - dueAt >= 0 : !reconciled && now - restUntil >= 0 && now - lastEventAt >= quietNanos;
    }

    /** Nothing announced is left undone; the reconciliation that may still come is a second look, not a duty. */
    boolean isHandled() {
        return !dirty && !running;
    }

    boolean isForgettable(long now) {
        return isHandled() && reconciled && now - restUntil >= 0;
    }

    /** What the projection about to begin has to find, as a copy. */
    Map<SeriesKey, Set<String>> begin() {
        reconciled = !dirty;
        dirty = false;
        announcedSinceBegin = false;
        running = true;
        Map<SeriesKey, Set<String>> expected = new HashMap<>();
        announced.forEach((series, instances) -> expected.put(series, new HashSet<>(instances.keySet())));
        return expected;
    }

    /** The projection saw these rows; what it did not see is looked for again until its deadline. */
    List<SeriesKey> succeeded(Map<SeriesKey, Set<String>> seen, long now, long restNanos) {
        running = false;
        failures = 0;
        faults = 0;
        restUntil = now + restNanos;
        List<SeriesKey> givenUp = new ArrayList<>();
        seen.forEach((series, instances) -> {
            Map<String, Long> waiting = announced.get(series);
            if (waiting != null) {
                waiting.keySet().removeAll(instances);
                if (waiting.values().removeIf(deadline -> now - deadline >= 0)) {
                    givenUp.add(series);
                }
            }
        });
        announced.values().removeIf(Map::isEmpty);
        if (dirty || !announced.isEmpty()) {
            dirty = true;
            dueAt = restUntil;
        }
        return givenUp;
    }

    /** The projection failed; it is repeated later and later. Returns how often it has failed in a row. */
    int failed(long now, long firstPauseNanos, long longestPauseNanos) {
        running = false;
        dirty = true;
        reconciled = false;
        restUntil = now + Math.min(longestPauseNanos, firstPauseNanos << Math.min(20, failures));
        dueAt = restUntil;
        return ++failures;
    }

    /** The projection under way failed for a reason that no engine has. Returns how often, without a success between. */
    int fault() {
        return ++faults;
    }

    /** The projection under way was the last of what it had to find. What was announced since is a new beginning. */
    void giveUp(long now, long restNanos) {
        running = false;
        failures = 0;
        faults = 0;
        restUntil = now + restNanos;
        dirty = announcedSinceBegin;
        reconciled = !announcedSinceBegin;
        if (announcedSinceBegin) {
            dueAt = restUntil;
        } else {
            announced.clear();
        }
    }

    long dueAt() {
        return dueAt;
    }
}
