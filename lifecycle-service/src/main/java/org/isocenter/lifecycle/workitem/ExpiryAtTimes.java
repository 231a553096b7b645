/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.workitem.WorkitemExpiry;
import org.isocenter.service.http.UnexpectedFailure;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Deletes work items that are due, again and again, each replica at times of its own. */
@ApplicationScoped
public class ExpiryAtTimes {

    private static final Logger LOG = Logger.getLogger(ExpiryAtTimes.class);

    private final WorkitemExpiry expiry;
    private final long intervalMillis;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "workitem-expiry");
        made.setDaemon(true);
        return made;
    });

    /** With what is to be done. */
    public ExpiryAtTimes(WorkitemExpiry expiry, WorkitemsConfig config) {
        this.expiry = expiry;
        this.intervalMillis = Math.max(1000, config.expiryInterval().toMillis());
    }

    void start(@Observes StartupEvent event) {
        long first = ThreadLocalRandom.current().nextLong(intervalMillis);
        thread.scheduleWithFixedDelay(this::run, first, intervalMillis, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            int removed = expiry.run();
            if (removed > 0) {
                LOG.infof("Deleted %d work items that had ended", removed);
            }
        } catch (ArchiveException e) {
            LOG.infof("Work items that have ended are deleted later: %s", e.getMessage());
        } catch (RuntimeException e) {
            UnexpectedFailure.log(e);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
