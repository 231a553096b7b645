/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.service.config.SiteConfig;
import org.isocenter.service.metrics.ServiceMetrics;

import io.quarkus.runtime.StartupEvent;

/** Runs the projector: announcements in, summaries out to the rows and to the topic of studies. */
@ApplicationScoped
public class Projector {

    private static final String GROUP = "projector";

    private final MetadataStore metadata;
    private final EventBus events;
    private final ProjectorConfig config;
    private final String site;
    private final ServiceMetrics metrics;
    private final StudyProjection projection;
    private final List<Thread> threads = new ArrayList<>();
    private volatile Subscription subscription;

    /** With the rows and the topics. */
    public Projector(
            MetadataStore metadata, EventBus events, ProjectorConfig config, SiteConfig site, ServiceMetrics metrics) {
        this.metadata = metadata;
        this.events = events;
        this.config = config;
        this.site = site.site();
        this.metrics = metrics;
        this.projection = new StudyProjection(metadata);
    }

    void start(@Observes StartupEvent event) {
        ProjectionQueue queue = new ProjectionQueue(config, System::nanoTime);
        ProjectionWorker worker = new ProjectionWorker(
                queue,
                series -> metadata.instanceFactsOfSeries(series).stream()
                        .map(InstanceFacts::sopInstanceUid)
                        .collect(Collectors.toSet()),
                this::project,
                this::tellDead,
                site);
        for (int i = 0; i < config.threads(); i++) {
            Thread thread = new Thread(() -> run(worker), "projector-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        subscription = events.subscribeInstances(
                GROUP, new InstanceAnnouncements(queue, config.commitInterval(), System::nanoTime));
    }

    private static void run(ProjectionWorker worker) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                worker.step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A study without instances was emptied if it has a summary; else it has announcements of failed stores only. */
    private void project(String studyInstanceUid) {
        Optional<StudySummary> summary = projection.compute(studyInstanceUid);
        if (summary.isPresent()) {
            await(metadata.writeStudy(summary.get()));
            await(events.studyChanged(summary.get()));
        } else if (metadata.study(studyInstanceUid).isPresent()) {
            await(events.studyGone(studyInstanceUid));
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
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
        threads.forEach(Thread::interrupt);
    }
}
