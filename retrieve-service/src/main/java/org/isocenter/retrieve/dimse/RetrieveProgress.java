/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;

/** What the requestor of a C-GET or C-MOVE hears while it goes on. Used by one thread; its counts by any. */
final class RetrieveProgress {

    private static final long PENDING_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Association association;
    private final DimseRequest request;
    private final SubOperations counts;
    private long lastPending = System.nanoTime() - PENDING_INTERVAL_NANOS;

    RetrieveProgress(Association association, DimseRequest request, int total) {
        this.association = association;
        this.request = request;
        this.counts = new SubOperations(total);
    }

    SubOperations counts() {
        return counts;
    }

    /** Whether no more sub-operations shall be begun. */
    boolean isCanceled() {
        if (!counts.isCanceled() && request.isCanceled()) {
            counts.cancel();
        }
        return counts.isCanceled();
    }

    /** Sends a pending response, ten a second at most. */
    void report() throws IOException {
        long now = System.nanoTime();
        if (now - lastPending >= PENDING_INTERVAL_NANOS) {
            lastPending = now;
            association.respond(
                    request, SubOperations.PENDING, null, command -> counts.writeTo(command, SubOperations.PENDING));
        }
    }

    /** Sends the last response. */
    void finish() throws IOException {
        int status = counts.finalStatus();
        association.respond(request, status, counts.identifier(), command -> counts.writeTo(command, status));
    }
}
