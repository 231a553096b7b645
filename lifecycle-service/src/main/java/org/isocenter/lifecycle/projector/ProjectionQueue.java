/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.model.SeriesKey;

/**
 * Which study to project next: the one that has been due longest, so that a large study never keeps a small one waiting.
 * The first announcement of a study that rests is due at once, those after it when the study has rested. Thread-safe.
 */
final class ProjectionQueue {

    private static final long FIRST_PAUSE = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

    /** A projection to make. */
    record Task(String studyInstanceUid, Map<SeriesKey, Set<String>> expected) {}

    private final Map<String, DirtyStudy> studies = new HashMap<>();
    private final ProjectorConfig config;
    private final LongSupplier clock;

    ProjectionQueue(ProjectorConfig config, LongSupplier clock) {
        this.config = config;
        this.clock = clock;
    }

    synchronized void announce(List<InstanceStored> batch) {
        long now = clock.getAsLong();
        long deadline = now + config.rowDeadline().toNanos();
        for (InstanceStored event : batch) {
            studies.computeIfAbsent(event.uids().studyInstanceUid(), uid -> new DirtyStudy())
                    .announce(event.uids(), now, deadline);
        }
        notifyAll();
    }

    /** The next study that is due, without waiting. */
    synchronized Optional<Task> poll() {
        long now = clock.getAsLong();
        long quiet = config.quietPeriod().toNanos();
        studies.values().removeIf(study -> study.isForgettable(now));
        return studies.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(now, quiet))
                .min(Comparator.comparingLong(
                        (Entry<String, DirtyStudy> entry) -> entry.getValue().dueAt() - now))
                .map(entry -> new Task(entry.getKey(), entry.getValue().begin()));
    }

    /** The next study that is due; empty if none became due in a short while. */
    synchronized Optional<Task> take() throws InterruptedException {
        Optional<Task> task = poll();
        if (task.isEmpty()) {
            wait(studies.isEmpty() ? 1000 : 10);
            task = poll();
        }
        return task;
    }

    /** Returns the series of which announcements were given up. */
    synchronized List<SeriesKey> succeeded(Task task, Map<SeriesKey, Set<String>> seen, long costNanos) {
        long rest = Math.max(config.minInterval().toNanos(), costNanos * config.restFactor());
        List<SeriesKey> givenUp = study(task).succeeded(seen, clock.getAsLong(), rest);
        notifyAll();
        return givenUp;
    }

    /** Returns how often the study's projection has failed in a row. */
    synchronized int failed(Task task) {
        return study(task).failed(clock.getAsLong(), FIRST_PAUSE, LONGEST_PAUSE);
    }

    /** Returns how often the study's projection has failed, without a success between, though the engines served. */
    synchronized int fault(Task task) {
        return study(task).fault();
    }

    /** Leaves a study that cannot be projected, until something new of it is announced, or has been since the task began. */
    synchronized void giveUp(Task task) {
        study(task).giveUp(clock.getAsLong(), config.minInterval().toNanos());
        notifyAll();
    }

    /** Whether all that was announced is projected or given up. */
    synchronized boolean isHandled() {
        return studies.values().stream().allMatch(DirtyStudy::isHandled);
    }

    /** Waits until all is handled, but not longer than the given time. */
    synchronized boolean awaitHandled(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!isHandled()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(Math.min(left, 100));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private DirtyStudy study(Task task) {
        return studies.computeIfAbsent(task.studyInstanceUid(), uid -> new DirtyStudy());
    }
}
