/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.rejection.PermanentDeletion;
import org.isocenter.service.config.ObjectsConfig;
import org.isocenter.service.config.SiteConfig;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Deletes from time to time what was rejected long enough ago; one replica at a time, though several would do no harm. */
@ApplicationScoped
public class DeletionWorker {

    private static final Logger LOG = Logger.getLogger(DeletionWorker.class);
    private static final String TURN = "deletion";
    private static final Duration TURN_LENGTH = Duration.ofMinutes(2);
    private static final long RENEWAL_NANOS = TURN_LENGTH.dividedBy(4).toNanos();

    /** So much longer than any store that none can be under way that began before the instance was rejected. */
    private static final Duration SHORTEST_DELAY = Duration.ofHours(1);

    private final RejectionStore store;
    private final DeletionConfig config;
    private final PermanentDeletion deletion;
    private final String owner = UUID.randomUUID().toString();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long turnUntil = System.nanoTime();

    /** With the ports. */
    public DeletionWorker(
            MetadataStore metadata,
            RejectionStore store,
            ObjectStore objects,
            EventBus events,
            DeletionConfig config,
            ObjectsConfig buckets,
            SiteConfig site) {
        this.store = store;
        this.config = config;
        this.deletion = new PermanentDeletion(
                metadata, store, objects, events, buckets.bucketPrefix() + "-derived", site.site());
    }

    void start(@Observes StartupEvent event) {
        if (config.delay().compareTo(SHORTEST_DELAY) < 0) {
            throw new IllegalArgumentException("isocenter.deletion.delay: an hour is the shortest");
        }
        if (config.enabled()) {
            Thread thread = new Thread(this::run, "deletion");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            while (!stopped.await(config.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            if (isOurTurn()) {
                int deleted = new DeletionRound(store, deletion, new Pace(config.perSecond()), this::isOurTurn)
                        .run(Instant.now().minus(config.delay()));
                if (deleted > 0) {
                    LOG.infof("Deleted %d rejected instances", deleted);
                }
            }
        } catch (ArchiveException e) {
            LOG.warnf("Rejected instances could not be deleted now (%s); the next round goes on", e.code());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Deleting rejected instances failed; the next round goes on");
        }
    }

    private boolean isOurTurn() {
        if (stopped.getCount() == 0) {
            return false;
        }
        long now = System.nanoTime();
        if (turnUntil - now > 0) {
            return true;
        }
        boolean ours = store.takeTurn(TURN, owner, TURN_LENGTH);
        if (ours) {
            turnUntil = now + RENEWAL_NANOS;
        }
        return ours;
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
