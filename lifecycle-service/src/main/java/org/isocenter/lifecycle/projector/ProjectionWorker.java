/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.SeriesKey;
import org.jboss.logging.Logger;

/** Projects studies of a queue, one after the other. */
final class ProjectionWorker {

    private static final Logger LOG = Logger.getLogger(ProjectionWorker.class);
    private static final int ATTEMPTS = 5;

    private final ProjectionQueue queue;
    private final CommittedInstances committed;
    private final StudyProjector projector;

    ProjectionWorker(ProjectionQueue queue, CommittedInstances committed, StudyProjector projector) {
        this.queue = queue;
        this.committed = committed;
        this.projector = projector;
    }

    /** Projects the next study that is due, if there is one. */
    void step() throws InterruptedException {
        Optional<ProjectionQueue.Task> task = queue.take();
        if (task.isPresent()) {
            project(task.get());
        }
    }

    void project(ProjectionQueue.Task task) {
        long start = System.nanoTime();
        try {
            // first what is there, then the summary: it holds at least what was seen
            Map<SeriesKey, Set<String>> seen = new HashMap<>();
            task.expected().keySet().forEach(series -> seen.put(series, committed.of(series)));
            projector.project(task.studyInstanceUid());
            queue.succeeded(task, seen, System.nanoTime() - start)
                    .forEach(series -> LOG.infof(
                            "Announced instances of series %s have no row: their store failed",
                            series.seriesInstanceUid()));
        } catch (ArchiveException e) {
            failed(task, e.code().retryable(), e);
        } catch (RuntimeException e) {
            failed(task, false, e);
        }
    }

    private void failed(ProjectionQueue.Task task, boolean engineDown, RuntimeException failure) {
        int times = queue.failed(task);
        if (times == 1) {
            LOG.warnf(
                    "Study %s could not be projected (%s) and will be tried again",
                    task.studyInstanceUid(), failure.getClass().getSimpleName());
        }
        if (!engineDown && times >= ATTEMPTS) {
            LOG.errorf(
                    "Study %s cannot be projected (%s at %s); it is left until something new of it arrives",
                    task.studyInstanceUid(),
                    failure.getClass().getName(),
                    failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
            queue.drop(task);
        }
    }
}
