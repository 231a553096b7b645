/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.rejection.RejectionNote;
import org.isocenter.archive.rejection.Rejections;
import org.isocenter.service.config.SiteConfig;

import io.quarkus.runtime.StartupEvent;

/**
 * Applies the rejection notes among the documents that are stored (IHE RAD-66), after the store: none waits for it. At least once each; a
 * second time changes nothing.
 */
@ApplicationScoped
public class RejectionNotes implements InstanceEvents {

    private static final String GROUP = "rejection-notes";

    private final MetadataStore metadata;
    private final EventBus events;
    private final Rejections rejections;
    private final String site;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rejection-notes");
        thread.setDaemon(true);
        return thread;
    });
    private Subscription subscription;

    /** With the rows, the topics and what rejects. */
    public RejectionNotes(MetadataStore metadata, EventBus events, Rejections rejections, SiteConfig site) {
        this.metadata = metadata;
        this.events = events;
        this.rejections = rejections;
        this.site = site.site();
    }

    void start(@Observes StartupEvent event) {
        subscription = events.subscribeInstances(GROUP, this);
    }

    @Override
    public CompletableFuture<Void> handle(List<InstanceStored> batch) {
        return CompletableFuture.allOf(batch.stream()
                .filter(each -> RejectionNote.isNoteClass(each.sopClassUid()))
                .map(each -> new NoteApplication(each, metadata, events, rejections, worker, site).start())
                .toArray(CompletableFuture[]::new));
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.close();
        }
        worker.shutdownNow();
    }
}
