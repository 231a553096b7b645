/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.event.Subscription;
import org.isocenter.query.QueryConfig;

import io.quarkus.runtime.StartupEvent;

/** Keeps the index at the topic's end. */
@ApplicationScoped
public class IndexFeeder {

    private static final long REFRESH_WHILE_BEHIND_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventBus events;
    private final long commitIntervalNanos;
    private final StudyIndex index;
    private volatile Subscription subscription;
    private long committedAt = System.nanoTime();
    private long refreshedAt = System.nanoTime();

    /** Opens the index that the configuration names. */
    public IndexFeeder(EventBus events, QueryConfig config) {
        this.events = events;
        this.commitIntervalNanos = config.commitInterval().toNanos();
        this.index = StudyIndex.open(config.indexDirectory());
    }

    void start(@Observes StartupEvent event) {
        subscription = events.replayStudies(index.offsets(), this::handle);
    }

    /** The index, for searches. */
    @Produces
    @Singleton
    public StudyIndex index() {
        return index;
    }

    /** Whether what was in the topic at the start is found. */
    public boolean caughtUp() {
        Subscription current = subscription;
        return current != null && current.caughtUp();
    }

    private void handle(List<StudyEvents.Change> changes, Map<Integer, Long> nextOffsets) {
        long now = System.nanoTime();
        index.apply(changes, nextOffsets);
        if (caughtUp() || changes.isEmpty() || now - refreshedAt > REFRESH_WHILE_BEHIND_NANOS) {
            index.refresh();
            refreshedAt = now;
        }
        if (now - committedAt > commitIntervalNanos) {
            index.commit();
            committedAt = now;
        }
    }

    @PreDestroy
    void stop() {
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
        index.close();
    }
}
