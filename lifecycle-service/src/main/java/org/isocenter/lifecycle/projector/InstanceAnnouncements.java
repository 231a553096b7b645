/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;

/**
 * Hands announcements to the queue and says when their offsets may be committed. If instances never cease to arrive, the
 * intake pauses now and then until all that was taken in is projected. Used by one thread.
 */
final class InstanceAnnouncements implements InstanceEvents {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ProjectionQueue queue;
    private final Duration commitInterval;
    private final LongSupplier clock;
    private long handledAt;

    InstanceAnnouncements(ProjectionQueue queue, Duration commitInterval, LongSupplier clock) {
        this.queue = queue;
        this.commitInterval = commitInterval;
        this.clock = clock;
        this.handledAt = clock.getAsLong();
    }

    @Override
    public boolean handle(List<InstanceStored> batch) {
        queue.announce(batch);
        boolean late = clock.getAsLong() - handledAt > commitInterval.toNanos();
        boolean handled = late ? queue.awaitHandled(PAUSE) : queue.isHandled();
        if (handled || late) {
            handledAt = clock.getAsLong();
        }
        return handled;
    }
}
