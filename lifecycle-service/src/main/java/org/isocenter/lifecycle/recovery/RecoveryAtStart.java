/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Announces the last arrivals again, once at start, as soon as the engines serve. */
@ApplicationScoped
public class RecoveryAtStart {

    private static final Logger LOG = Logger.getLogger(RecoveryAtStart.class);
    private static final long RETRY_MILLIS = 500;

    private final LastArrivals arrivals;
    private final Duration within;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** With the rows and the topics. */
    public RecoveryAtStart(MetadataStore metadata, EventBus events, RecoveryConfig config) {
        this.arrivals = new LastArrivals(metadata, events);
        this.within = config.announceAgain();
    }

    void start(@Observes StartupEvent event) {
        if (!within.isZero() && !within.isNegative()) {
            Thread thread = new Thread(() -> run(Instant.now()), "recovery");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(Instant startedAt) {
        String said = null;
        try {
            while (!stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    LOG.infof("Announced the last %d arrivals again", arrivals.announceAgain(startedAt, within));
                    return;
                } catch (ArchiveException | CompletionException e) {
                    String failure = e.getMessage();
                    if (!String.valueOf(failure).equals(said)) {
                        LOG.infof("The last arrivals cannot be announced yet: %s", failure);
                        said = String.valueOf(failure);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
