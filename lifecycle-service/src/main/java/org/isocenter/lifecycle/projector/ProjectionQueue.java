/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.projection.ProjectedStudy;

/**
 * Which study to project next: the one that has been due longest, so that a large study never keeps a small one waiting.
 * The first announcement of a study is due as soon as its row may be there, those after it when the study has rested. A second look
 * follows where another process may have worked on the study too, or two stores on one instance. Thread-safe.
 */
final class ProjectionQueue implements InstanceEvents {

    private static final long FIRST_PAUSE = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

    /** After so long a second look does not wait any more for what is due: under a lasting load that never ceases. */
    private static final long SECOND_LOOK_PATIENCE = Duration.ofSeconds(30).toNanos();

    /** So long after it was given other studies, a process cannot be sure to be the only one at work on them. */
    private static final long DOUBT = Duration.ofMinutes(1).toNanos();

    /** A projection to make. */
    record Task(
            String studyInstanceUid,
            Map<SeriesKey, Map<DirtyStudy.Subject, DirtyStudy.Announcement>> expected,
            boolean isCorrected) {

        /** Whether there is something to publish: a correction, an expected row, a change, or whatever a second look sees. */
        boolean isNews(ProjectedStudy seen) {
            return isCorrected
                    || expected.isEmpty()
                    || expected.entrySet().stream().anyMatch(each -> {
                        Set<String> rows = seen.instances(each.getKey()).keySet();
                        return each.getValue().keySet().stream()
                                .anyMatch(subject -> subject.isChange() || rows.contains(subject.sopInstanceUid()));
                    });
        }
    }

    private final Map<String, DirtyStudy> studies = new HashMap<>();
    private final Agenda due = new Agenda();
    private final Agenda secondLooks = new Agenda();
    private final Agenda resting = new Agenda();
    private final ProjectorConfig config;
    private final LongSupplier clock;
    private long doubtUntil;
    private int running;

    ProjectionQueue(ProjectorConfig config, LongSupplier clock) {
        this.config = config;
        this.clock = clock;
        this.doubtUntil = clock.getAsLong();
    }

    /** Takes announcements in; what it returns completes when all of them are projected or given up. */
    @Override
    public synchronized CompletableFuture<Void> handle(List<InstanceStored> events) {
        long now = clock.getAsLong();
        long deadline = now + config.rowDeadline().toNanos();
        AnnouncedBatch batch = new AnnouncedBatch(events.size());
        for (InstanceStored event : events) {
            DirtyStudy study = study(event.uids().studyInstanceUid());
            study.announce(event, batch, now, deadline);
            schedule(study);
        }
        notifyAll();
        return batch.done();
    }

    /** Takes changes in as {@link #handle} does stores. */
    @Override
    public synchronized CompletableFuture<Void> changed(List<InstanceChanged> events) {
        long now = clock.getAsLong();
        long deadline = now + config.rowDeadline().toNanos();
        AnnouncedBatch batch = new AnnouncedBatch(events.size());
        for (InstanceChanged event : events) {
            DirtyStudy study = study(event.uids().studyInstanceUid());
            study.announce(event, batch, now, deadline);
            schedule(study);
        }
        notifyAll();
        return batch.done();
    }

    @Override
    public synchronized CompletableFuture<Void> handleCorrections(List<StudyCorrected> events) {
        long now = clock.getAsLong();
        AnnouncedBatch batch = new AnnouncedBatch(events.size());
        for (StudyCorrected event : events) {
            DirtyStudy study = study(event.studyInstanceUid());
            study.announceCorrection(batch, event.recorded(), now);
            schedule(study);
        }
        notifyAll();
        return batch.done();
    }

    @Override
    public synchronized void reassigned() {
        doubtUntil = clock.getAsLong() + DOUBT;
    }

    /** The next study that is due, without waiting. */
    synchronized Optional<Task> poll() {
        long now = clock.getAsLong();
        for (Optional<DirtyStudy> rested = resting.before(now); rested.isPresent(); rested = resting.before(now)) {
            resting.remove(rested.get());
            studies.remove(rested.get().studyInstanceUid());
        }
        return secondLooks
                .before(now - SECOND_LOOK_PATIENCE)
                .or(() -> due.before(now))
                .or(() -> secondLooks.before(now))
                .map(this::begin);
    }

    private Task begin(DirtyStudy study) {
        due.remove(study);
        secondLooks.remove(study);
        running++;
        boolean isCorrected = study.hasCorrections();
        return new Task(study.studyInstanceUid(), study.begin(), isCorrected);
    }

    /** The next study that is due; waits until one is. */
    synchronized Task take() throws InterruptedException {
        Optional<Task> task = poll();
        while (task.isEmpty()) {
            long now = clock.getAsLong();
            long nanos = Math.min(due.nanosUntilFirst(now), secondLooks.nanosUntilFirst(now));
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
            task = poll();
        }
        return task.get();
    }

    /** Returns the series of which announcements were given up. */
    synchronized List<SeriesKey> succeeded(Task task, ProjectedStudy seen, long costNanos) {
        long now = clock.getAsLong();
        long rest = Math.min(LONGEST_PAUSE, Math.max(config.minInterval().toNanos(), costNanos * config.restFactor()));
        // one that took so long may have stood still between its reading and its writing
        boolean doubtful =
                now - doubtUntil < 0 || costNanos > config.quietPeriod().toNanos();
        DirtyStudy study = ended(task);
        List<SeriesKey> givenUp = study.succeeded(
                task.expected(), seen, now, rest, doubtful && !task.expected().isEmpty());
        schedule(study);
        return givenUp;
    }

    /** Returns how often the study's projection has failed in a row. */
    synchronized int failed(Task task) {
        DirtyStudy study = ended(task);
        int failures = study.failed(clock.getAsLong(), FIRST_PAUSE, LONGEST_PAUSE);
        schedule(study);
        return failures;
    }

    /** Returns how often the study's projection has failed, without a success between, though the engines served. */
    synchronized int fault(Task task) {
        return study(task.studyInstanceUid()).fault();
    }

    /** Leaves a study that cannot be projected, until something new of it is announced, or has been since the task began. */
    synchronized void giveUp(Task task) {
        DirtyStudy study = ended(task);
        study.giveUp(clock.getAsLong(), config.minInterval().toNanos());
        schedule(study);
    }

    /** Whether all that was announced is projected or given up. */
    synchronized boolean isHandled() {
        return due.isEmpty() && running == 0;
    }

    private DirtyStudy ended(Task task) {
        running--;
        notifyAll();
        return study(task.studyInstanceUid());
    }

    private void schedule(DirtyStudy study) {
        due.remove(study);
        secondLooks.remove(study);
        resting.remove(study);
        if (study.isRunning()) {
            return;
        }
        if (study.isDirty()) {
            due.put(study, study.dueAt());
        } else if (study.needsSecondLook()) {
            secondLooks.put(study, clock.getAsLong() + config.quietPeriod().toNanos());
        } else {
            resting.put(study, study.restUntil());
        }
    }

    private DirtyStudy study(String studyInstanceUid) {
        return studies.computeIfAbsent(studyInstanceUid, DirtyStudy::new);
    }
}
