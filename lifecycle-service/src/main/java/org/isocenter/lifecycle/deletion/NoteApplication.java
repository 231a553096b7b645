/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.rejection.RejectionNote;
import org.isocenter.archive.rejection.Rejections;
import org.jboss.logging.Logger;

/**
 * One announced document: waits for its row, applies it if it is a rejection note, tries again for ever while an engine does not
 * answer, else a few times, and then tells it as dead.
 */
final class NoteApplication {

    private static final Logger LOG = Logger.getLogger(NoteApplication.class);
    private static final String WORK = "rejection";
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 200;

    /** The row comes within the time-out of a store, or never (docs/decisions/0001). */
    private static final long ROW_PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final InstanceStored announced;
    private final MetadataStore metadata;
    private final EventBus events;
    private final Rejections rejections;
    private final ScheduledExecutorService worker;
    private final String site;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private int faults;

    NoteApplication(
            InstanceStored announced,
            MetadataStore metadata,
            EventBus events,
            Rejections rejections,
            ScheduledExecutorService worker,
            String site) {
        this.announced = announced;
        this.metadata = metadata;
        this.events = events;
        this.rejections = rejections;
        this.worker = worker;
        this.site = site;
    }

    /** Completes when nothing is left to do; not at all if the process ends before. */
    CompletableFuture<Void> start() {
        schedule(0);
        return done;
    }

    private void schedule(long millis) {
        try {
            worker.schedule(this::attempt, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service stops; the note is handed over again");
        }
    }

    private void attempt() {
        try {
            Optional<StoredInstance> row = metadata.instance(announced.uids());
            if (row.isEmpty() && System.nanoTime() - begun < ROW_PATIENCE_NANOS) {
                schedule(PAUSE_MILLIS);
                return;
            }
            row.ifPresent(this::apply);
            done.complete(null);
        } catch (ArchiveException e) {
            failed(e.code(), e);
        } catch (RuntimeException | Error e) {
            failed(ErrorCode.INTERNAL, e);
        }
    }

    /** Not again what was applied: some of it may be restored since. */
    private void apply(StoredInstance instance) {
        Optional<RejectionNote> note = RejectionNote.of(instance);
        if (note.isPresent() && !rejections.isApplied(instance.uids())) {
            rejections.apply(note.get());
            LOG.infof(
                    "Rejection note %s: %d instances (%s)",
                    instance.uids().sopInstanceUid(),
                    note.get().rejected().size(),
                    note.get().reason().codeValue());
        }
    }

    private void failed(ErrorCode code, Throwable failure) {
        if (!code.retryable() && ++faults >= ATTEMPTS && isToldDead(code, failure)) {
            done.complete(null);
        } else {
            schedule(PAUSE_MILLIS * (1 + faults));
        }
    }

    private boolean isToldDead(ErrorCode code, Throwable failure) {
        String reason = "document " + announced.uids().sopInstanceUid() + ": "
                + failure.getClass().getName();
        try {
            events.workDead(new DeadWork(
                            announced.uids().studyInstanceUid(), WORK, code, reason, faults, Instant.now(), site))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            return false;
        }
        LOG.errorf("A rejection note cannot be applied: %s", reason);
        return true;
    }
}
