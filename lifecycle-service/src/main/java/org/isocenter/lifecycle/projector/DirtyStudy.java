/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.projection.ProjectedStudy;

/**
 * A study of which something was announced: what is still to be seen as a row, and when to look next. Times are those of
 * {@link System#nanoTime}. Guarded by the lock of {@link ProjectionQueue}.
 */
final class DirtyStudy {

    /**
     * An announcement.
     *
     * @param expected what its row will be
     * @param deadline when it is given up
     * @param batch that it came with
     */
    record Announcement(ExpectedRow expected, long deadline, AnnouncedBatch batch) {}

    /** What an announcement is about: a store and a change of the same instance are waited for both. */
    record Subject(String sopInstanceUid, boolean isChange) {}

    /** An announcement comes a little before its row (docs/decisions/0001). */
    private static final long ROW_DELAY = Duration.ofMillis(15).toNanos();

    private static final long LONGEST_ROW_DELAY = Duration.ofSeconds(5).toNanos();
    private static final int MOST_DOUBLINGS = 10;

    private final String studyInstanceUid;
    private final Map<SeriesKey, Map<Subject, Announcement>> announced = new HashMap<>();
    private final List<AnnouncedBatch> corrections = new ArrayList<>();
    private final List<AnnouncedBatch> correctionsUnderWay = new ArrayList<>();

    private boolean dirty;
    private boolean running;
    private boolean secondLook;
    private boolean announcedSinceBegin;
    private long dueAt;
    private long restUntil;
    private int failures;
    private int faults;
    private int early;

    DirtyStudy(String studyInstanceUid) {
        this.studyInstanceUid = studyInstanceUid;
    }

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    void announce(InstanceStored event, AnnouncedBatch batch, long now, long deadline) {
        announce(event.uids(), false, new Announcement(ExpectedRow.of(event), deadline, batch), now);
    }

    void announce(InstanceChanged event, AnnouncedBatch batch, long now, long deadline) {
        announce(event.uids(), true, new Announcement(ExpectedRow.of(event), deadline, batch), now);
    }

    private void announce(InstanceUids uids, boolean isChange, Announcement announcement, long now) {
        Announcement before = announced
                .computeIfAbsent(uids.series(), key -> new HashMap<>())
                .put(new Subject(uids.sopInstanceUid(), isChange), announcement);
        if (before != null) {
            before.batch().oneDone();
            // two stores of one instance, or a rejection and a restoration: nobody knows which row is written last
            secondLook |= !before.expected().equals(announcement.expected());
        }
        if (!dirty) {
            // one that waits already keeps its place, however much is announced of it
            dueAt = Math.max(now + ROW_DELAY, restUntil);
        }
        dirty = true;
        announcedSinceBegin = true;
    }

    /** One that is recorded is projected at once; for one that is about to be, the second look has to do if nothing more is heard. */
    void announceCorrection(AnnouncedBatch batch, boolean recorded, long now) {
        corrections.add(batch);
        if (!recorded) {
            secondLook = true;
            return;
        }
        if (!dirty) {
            dueAt = Math.max(now, restUntil);
        }
        dirty = true;
        announcedSinceBegin = true;
    }

    /** Whether the projection about to begin, or under way, is for a correction too. */
    boolean hasCorrections() {
        return !corrections.isEmpty() || !correctionsUnderWay.isEmpty();
    }

    /** Something announced is not projected. */
    boolean isDirty() {
        return dirty;
    }

    boolean isRunning() {
        return running;
    }

    /** All is projected, and there is reason to look again later. */
    boolean needsSecondLook() {
        return secondLook && !dirty;
    }

    /** When to look at what is announced. */
    long dueAt() {
        return dueAt;
    }

    /** Until when it is left alone. */
    long restUntil() {
        return restUntil;
    }

    /** What the projection about to begin has to find, as a copy. */
    Map<SeriesKey, Map<Subject, Announcement>> begin() {
        secondLook &= dirty;
        correctionsUnderWay.addAll(corrections);
        corrections.clear();
        dirty = false;
        announcedSinceBegin = false;
        running = true;
        Map<SeriesKey, Map<Subject, Announcement>> expected = new HashMap<>();
        announced.forEach((series, instances) -> expected.put(series, Map.copyOf(instances)));
        return expected;
    }

    /**
     * The projection saw these rows; what it did not see, or not as it was announced, is looked for again until its deadline.
     *
     * @param doubtful whether another process may have projected the study at the same time
     */
    List<SeriesKey> succeeded(
            Map<SeriesKey, Map<Subject, Announcement>> expected,
            ProjectedStudy seen,
            long now,
            long restNanos,
            boolean doubtful) {
        running = false;
        failures = 0;
        faults = 0;
        secondLook |= doubtful;
        endCorrections();
        boolean settledAny = expected.isEmpty();
        List<SeriesKey> givenUp = new ArrayList<>();
        for (Map.Entry<SeriesKey, Map<Subject, Announcement>> each : expected.entrySet()) {
            SeriesKey series = each.getKey();
            Map<String, InstanceFacts> rows = seen.instances(series);
            for (Map.Entry<Subject, Announcement> instance : each.getValue().entrySet()) {
                InstanceFacts row = rows.get(instance.getKey().sopInstanceUid());
                boolean over = now - instance.getValue().deadline() >= 0;
                boolean settled = instance.getValue().expected().isSeenIn(Optional.ofNullable(row));
                settledAny |= settled;
                if (settled || over) {
                    remove(series, instance.getKey(), instance.getValue());
                }
                if (!settled && over && !givenUp.contains(series)) {
                    givenUp.add(series);
                }
            }
        }
        announced.values().removeIf(Map::isEmpty);
        early = settledAny ? 0 : early + 1;
        // the key of a series is there before its first row
        boolean nothingToRead = seen.rows().values().stream().allMatch(List::isEmpty);
        restUntil = now + (settledAny ? restNanos : waitForRow(nothingToRead ? 0 : restNanos));
        if (dirty || !announced.isEmpty()) {
            dirty = true;
            dueAt = restUntil;
        }
        return givenUp;
    }

    private void endCorrections() {
        correctionsUnderWay.forEach(AnnouncedBatch::oneDone);
        correctionsUnderWay.clear();
    }

    /** Later and later; where there is much to read, not before the study has rested. */
    private long waitForRow(long restNanos) {
        return Math.max(restNanos, Math.min(LONGEST_ROW_DELAY, ROW_DELAY << Math.min(early, MOST_DOUBLINGS)));
    }

    /** Unless it was announced again meanwhile. */
    private void remove(SeriesKey series, Subject subject, Announcement announcement) {
        if (announced.get(series).remove(subject, announcement)) {
            announcement.batch().oneDone();
        }
    }

    /** The projection failed; it is repeated later and later. Returns how often it has failed in a row. */
    int failed(long now, long firstPauseNanos, long longestPauseNanos) {
        running = false;
        dirty = true;
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
        endCorrections();
        dirty = announcedSinceBegin;
        if (announcedSinceBegin) {
            dueAt = restUntil;
        } else {
            announced.values().forEach(instances -> instances.values().forEach(each -> each.batch()
                    .oneDone()));
            announced.clear();
        }
    }
}
