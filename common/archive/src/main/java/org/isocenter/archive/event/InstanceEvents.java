/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Handles announcements of instances. */
@FunctionalInterface
public interface InstanceEvents {

    /**
     * Begins to handle a batch, which is in the order of each study. Further batches come while earlier ones are under way.
     *
     * @return completes, never with a failure, when the batch is done with and need not be handed over again after a crash
     */
    CompletionStage<?> handle(List<InstanceStored> batch);

    /**
     * Begins to handle corrections of studies.
     *
     * @return completes, never with a failure, when they are done with and need not be handed over again after a crash
     */
    default CompletionStage<?> handleCorrections(List<StudyCorrected> batch) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Begins to handle changes of instances, which is in the order of each study but for the stores among them. Completes as
     * {@link #handle} does.
     */
    default CompletionStage<?> changed(List<InstanceChanged> batch) {
        // of no interest to those who wait for images
        return CompletableFuture.completedStage(null);
    }

    /** Other studies than before come from now on: another member of the group may still be at work on some of them. */
    default void reassigned() {
        // of no interest to those who only listen
    }
}
