/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A request of ours that awaits responses. Guarded by the pump's lock, but for its future. */
final class Exchange {
    private final int messageId;
    private final int contextId;
    private final Queue<DimseResponse> responses = new ArrayDeque<>();
    private final CompletableFuture<DimseResponse> last = new CompletableFuture<>();
    private boolean complete;

    Exchange(int messageId, int contextId) {
        this.messageId = messageId;
        this.contextId = contextId;
    }

    int messageId() {
        return messageId;
    }

    int contextId() {
        return contextId;
    }

    void add(DimseResponse response) {
        responses.add(response);
        complete = !response.isPending();
    }

    boolean hasResponse() {
        return !responses.isEmpty();
    }

    DimseResponse next() {
        return responses.remove();
    }

    boolean isComplete() {
        return complete;
    }

    /** The final response; completed outside the lock. */
    CompletableFuture<DimseResponse> last() {
        return last;
    }

    void fail(IOException cause) {
        last.completeExceptionally(cause);
    }
}
