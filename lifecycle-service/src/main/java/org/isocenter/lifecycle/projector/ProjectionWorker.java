/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.projection.ProjectedStudy;
import org.jboss.logging.Logger;

/**
 * Projects studies of a queue. What fails is tried again later and later: for ever while an engine does
 * not answer, else a few times; then it is told as dead, and left until something new of the study arrives.
 */
final class ProjectionWorker {

    private static final Logger LOG = Logger.getLogger(ProjectionWorker.class);
    private static final String WORK = "projection";

    private static final long STALE_NANOS = Duration.ofSeconds(5).toNanos();

    static final int ATTEMPTS = 5;

    private final ProjectionQueue queue;
    private final StudyProjector projector;
    private final Consumer<DeadWork> dead;
    private final String site;

    /**
     * Works on a queue.
     *
     * @param dead is told of a study that is given up; if it throws, the study is not
     * @param site the site of this process
     */
    ProjectionWorker(ProjectionQueue queue, StudyProjector projector, Consumer<DeadWork> dead, String site) {
        this.queue = queue;
        this.projector = projector;
        this.dead = dead;
        this.site = site;
    }

    void project(ProjectionQueue.Task task) {
        long start = System.nanoTime();
        try {
            ProjectedStudy projected = readLately(task.studyInstanceUid());
            if (task.isNews(projected)) {
                projector.publish(task.studyInstanceUid(), projected);
            }
            queue.succeeded(task, projected, System.nanoTime() - start)
                    .forEach(series -> LOG.infof(
                            "Announced instances of series %s have no such row: their store, or their rejection, failed",
                            series.seriesInstanceUid()));
        } catch (ArchiveException e) {
            failed(task, e.code(), e);
        } catch (RuntimeException | Error e) {
            // also for want of memory or threads: a study that is not given back would never be projected again
            failed(task, ErrorCode.INTERNAL, e);
        }
    }

    /** If the process stood still meanwhile, what it read may be older than what another has published: then it reads again. */
    private ProjectedStudy readLately(String studyInstanceUid) {
        long start = System.nanoTime();
        ProjectedStudy projected = projector.read(studyInstanceUid);
        return System.nanoTime() - start < STALE_NANOS ? projected : projector.read(studyInstanceUid);
    }

    private void failed(ProjectionQueue.Task task, ErrorCode code, Throwable failure) {
        int faults = code.retryable() ? 0 : queue.fault(task);
        if (faults >= ATTEMPTS && isToldDead(task, code, failure, faults)) {
            queue.giveUp(task);
        } else if (queue.failed(task) == 1) {
            LOG.warnf(
                    "Study %s could not be projected (%s) and will be tried again",
                    task.studyInstanceUid(), failure.getClass().getSimpleName());
        }
    }

    private boolean isToldDead(ProjectionQueue.Task task, ErrorCode code, Throwable failure, int attempts) {
        DeadWork work =
                new DeadWork(task.studyInstanceUid(), WORK, code, reason(failure), attempts, Instant.now(), site);
        try {
            dead.accept(work);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "That study %s cannot be projected could not be told (%s); it is tried again",
                    task.studyInstanceUid(), e.getClass().getSimpleName());
            return false;
        }
        LOG.errorf(
                "Study %s cannot be projected (%s); it is left until something new of it arrives",
                task.studyInstanceUid(), work.reason());
        return true;
    }

    /** Class and place; the message only where it is of our own making, for nobody knows whether others quote a patient's data. */
    private static String reason(Throwable failure) {
        StackTraceElement[] places = failure.getStackTrace();
        return failure.getClass().getName()
                + (failure instanceof ArchiveException ? ": " + failure.getMessage() : "")
                + (places.length == 0 ? "" : " at " + places[0]);
    }
}
