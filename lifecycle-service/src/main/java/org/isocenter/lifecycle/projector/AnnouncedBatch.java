/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.concurrent.CompletableFuture;

/** Announcements that came together, and how many of them are still to be projected. Guarded by {@link ProjectionQueue}. */
final class AnnouncedBatch {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int left;

    AnnouncedBatch(int announcements) {
        left = announcements;
        if (left == 0) {
            done.complete(null);
        }
    }

    /** One of them is projected, given up, or announced again by a later batch. */
    void oneDone() {
        left--;
        if (left == 0) {
            done.complete(null);
        }
    }

    /** Completes when nothing is left. */
    CompletableFuture<Void> done() {
        return done;
    }
}
