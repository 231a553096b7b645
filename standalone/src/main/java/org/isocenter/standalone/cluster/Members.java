/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.isocenter.engines.EngineException;
import org.isocenter.standalone.StartException;
import org.jboss.logging.Logger;

/** All processes of the cluster; starts those again that ended without having been asked to. */
final class Members implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Members.class);
    private static final int PAUSE_MILLIS = 2000;

    private final List<Member> all;
    private final Thread thread = new Thread(this::watch, "supervisor");
    private volatile boolean closed;

    Members(List<Member> all) {
        this.all = List.copyOf(all);
    }

    List<Member> all() {
        return all;
    }

    /** The member of that name. */
    Member named(String name) {
        Optional<Member> found =
                all.stream().filter(each -> each.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new StartException("there is no process " + name + "; there are "
                + all.stream().map(Member::name).collect(Collectors.joining(", "))));
    }

    /** Watches from now on. */
    void supervise() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                all.stream().filter(Member::isMissing).forEach(this::startAgain);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain(Member member) {
        if (!closed && member.isMissing()) {
            LOG.warnf("%s ended unexpectedly and is started again", member.name());
            try {
                member.start();
            } catch (EngineException e) {
                LOG.errorf("%s cannot be started: %s", member.name(), e.getMessage());
            }
        }
    }

    /** Watches no longer; returns when no process is being started. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
