/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

import io.quarkus.runtime.StartupEvent;

/**
 * Finds single instances of which a client asks one after the other: frames of one instance, or of the images of a series. The
 * second miss in a series reads its first rows at once. Thread-safe; its methods block, but for
 * {@link #remembered}.
 */
@ApplicationScoped
public class RecentInstances {

    private static final int READ_AHEAD = 200;
    private static final int MAX_SERIES = 256;

    private final InstanceFinder finder;
    private final MetadataStore metadata;
    private final EventBus events;
    private final InstanceMemory memory = new InstanceMemory(System::nanoTime);
    private final Map<SeriesKey, Misses> misses = new LinkedHashMap<>();
    private volatile Subscription subscription;

    private record Misses(int count, long since) {}

    /** What is not remembered is found by the finder. */
    public RecentInstances(InstanceFinder finder, MetadataStore metadata, EventBus events) {
        this.finder = finder;
        this.metadata = metadata;
        this.events = events;
    }

    void start(@Observes StartupEvent event) {
        subscription = events.watchStudies(memory::heard);
    }

    /**
     * The instance.
     *
     * @throws ArchiveException NOT_FOUND
     */
    public StoredInstance instance(InstanceUids uids) {
        Optional<StoredInstance> known = memory.find(uids);
        if (known.isEmpty() && isSecondMiss(uids.series()) && memory.keeps(uids.studyInstanceUid())) {
            readAhead(uids.series());
            known = memory.find(uids);
        }
        return known.orElseGet(() -> read(uids));
    }

    /** The instance if it is remembered; does not block. */
    public Optional<StoredInstance> remembered(InstanceUids uids) {
        return memory.find(uids);
    }

    /** Forgets an instance of which the object was not what its row says. */
    public void forget(InstanceUids uids) {
        memory.forget(uids);
    }

    private StoredInstance read(InstanceUids uids) {
        long readAt = memory.now();
        StoredInstance instance = finder.instance(uids);
        memory.keep(instance, readAt);
        return instance;
    }

    private void readAhead(SeriesKey series) {
        long readAt = memory.now();
        try (Stream<StoredInstance> rows = metadata.instancesOfSeries(series)) {
            rows.limit(READ_AHEAD)
                    .filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .forEach(instance -> memory.keep(instance, readAt));
        }
    }

    private boolean isSecondMiss(SeriesKey series) {
        long now = memory.now();
        synchronized (misses) {
            Misses before = misses.remove(series);
            boolean isNew = before == null || now - before.since() > InstanceMemory.KEPT.toNanos();
            Misses after = isNew ? new Misses(1, now) : new Misses(before.count() + 1, before.since());
            misses.put(series, after);
            if (misses.size() > MAX_SERIES) {
                misses.remove(misses.keySet().iterator().next());
            }
            return after.count() == 2;
        }
    }

    @PreDestroy
    void stop() {
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }
}
