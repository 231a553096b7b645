/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.archive.projection.ProjectedStudy;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.archive.rejection.DeletionAgenda;
import org.isocenter.service.config.SiteConfig;
import org.isocenter.service.metrics.ServiceMetrics;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Runs the projector: announcements in, summaries out to the rows and to the topic of studies. */
@ApplicationScoped
public class Projector implements StudyProjector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final String GROUP = "projector";

    private final MetadataStore metadata;
    private final CorrectionStore corrections;
    private final EventBus events;
    private final ProjectorConfig config;
    private final String site;
    private final ServiceMetrics metrics;
    private final StudyProjection projection;
    private final DeletionAgenda agenda;
    private ExecutorService workers;
    private Thread dispatcher;
    private Subscription subscription;

    /** With the rows and the topics. */
    public Projector(
            MetadataStore metadata,
            CorrectionStore corrections,
            RejectionStore rejections,
            EventBus events,
            ProjectorConfig config,
            SiteConfig site,
            ServiceMetrics metrics) {
        this.metadata = metadata;
        this.corrections = corrections;
        this.events = events;
        this.config = config;
        this.site = site.site();
        this.metrics = metrics;
        this.projection = new StudyProjection(metadata, corrections);
        this.agenda = new DeletionAgenda(rejections);
    }

    void start(@Observes StartupEvent event) {
        ProjectionQueue queue = new ProjectionQueue(config, System::nanoTime);
        ProjectionWorker worker = new ProjectionWorker(queue, this, this::tellDead, site);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, "projection"));
        // now, not when there may be no memory for one
        pool.prestartAllCoreThreads();
        workers = pool;
        dispatcher = daemon(() -> dispatch(queue, worker), "projector");
        dispatcher.start();
        subscription = events.subscribeInstances(GROUP, queue);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a study only when somebody is free to project it: which one is next is decided as late as possible. */
    private void dispatch(ProjectionQueue queue, ProjectionWorker worker) {
        Semaphore free = new Semaphore(config.threads());
        try {
            while (!workers.isShutdown()) {
                free.acquire();
                ProjectionQueue.Task task = queue.take();
                workers.execute(() -> {
                    try {
                        worker.project(task);
                    } finally {
                        free.release();
                    }
                });
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The projector is stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ProjectedStudy read(String studyInstanceUid) {
        return projection.compute(studyInstanceUid);
    }

    /** A study without instances was emptied if it has a summary; else it has announcements of failed stores only. */
    @Override
    public void publish(String studyInstanceUid, ProjectedStudy projected) {
        List<SeriesKey> withHidden = projected.seriesWithHidden();
        if (projected.summary().isPresent()) {
            StudySummary summary = projected.summary().get();
            correct(summary, projected);
            // both have ended, well or not, before this is tried again
            await(metadata.writeStudy(summary).thenCombine(events.studyChanged(summary), (row, event) -> null));
            Set<SeriesKey> shown =
                    summary.series().stream().map(SeriesSummary::key).collect(Collectors.toSet());
            withHidden.stream()
                    .filter(series -> !shown.contains(series))
                    .forEach(series -> await(metadata.removeSeriesSummary(series)));
        } else {
            Optional<StudySummary> last = metadata.study(studyInstanceUid);
            if (last.isPresent()) {
                await(events.studyGone(studyInstanceUid));
                // after the event: as long as the row is there, the event is repeated
                await(metadata.removeStudy(last.get()));
            }
        }
        withHidden.forEach(agenda::note);
    }

    /** Gives the study what is known of its patient, and removes what would find it by what it was before. */
    private void correct(StudySummary summary, ProjectedStudy projected) {
        projected.copyToWrite().ifPresent(copy -> await(corrections.copyToStudy(summary.studyInstanceUid(), copy)));
        if (projected.current().isRecorded()) {
            metadata.study(summary.studyInstanceUid())
                    .ifPresent(before -> await(metadata.forgetLookups(before, summary)));
        }
    }

    private void tellDead(DeadWork dead) {
        await(events.workDead(dead));
        metrics.workDead(dead.work(), dead.code().label());
    }

    private static void await(CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.close();
            dispatcher.interrupt();
            workers.shutdownNow();
        }
    }
}
