/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.ReadLimits;

/**
 * A request of ours that awaits responses. They are kept until somebody asks for them, or go to a receiver as they come. Guarded by
 * the pump's lock, but for its future and the receiver.
 */
final class Exchange {
    private final int messageId;
    private final int contextId;
    private final ResponseReceiver receiver;
    private final long sentAtNanos = System.nanoTime();
    private final Queue<DimseResponse> responses = new ArrayDeque<>();
    private final CompletableFuture<DimseResponse> last = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean complete;

    /** @param receiver null to keep the responses */
    Exchange(int messageId, int contextId, ResponseReceiver receiver) {
        this.messageId = messageId;
        this.contextId = contextId;
        this.receiver = receiver;
    }

    int messageId() {
        return messageId;
    }

    int contextId() {
        return contextId;
    }

    /** Whether responses go to a receiver. */
    boolean isReceived() {
        return receiver != null;
    }

    /** Whether a receiver has waited for longer than that. */
    boolean isOverdue(long nanos) {
        return isReceived() && System.nanoTime() - sentAtNanos > nanos;
    }

    /** Reads a response, its data set within bounds, or hands it to the receiver; without the lock. */
    DimseResponse take(IncomingMessage message, BooleanSupplier moreAtHand) throws IOException {
        DatasetInput dataset = message.dataset();
        if (isReceived()) {
            return hand(new DimseResponse(message.command(), Optional.empty()), dataset, moreAtHand);
        }
        Optional<Attributes> read = dataset == null
                ? Optional.empty()
                : Optional.of(DatasetReader.read(dataset, message.context().transferSyntax(), ReadLimits.MESSAGE));
        return new DimseResponse(message.command(), read);
    }

    private DimseResponse hand(DimseResponse response, DatasetInput dataset, BooleanSupplier moreAtHand)
            throws IOException {
        boolean wanted = response.isPending() ? !over.get() : over.compareAndSet(false, true);
        if (wanted) {
            try {
                receiver.onResponse(new ReceivedResponse(response.command(), dataset, moreAtHand));
            } catch (IOException | RuntimeException e) {
                AssociationException failure = new AssociationException("A response was not taken", e);
                if (over.get()) {
                    last.completeExceptionally(failure);
                }
                throw failure;
            }
        }
        return response;
    }

    void add(DimseResponse response) {
        if (!isReceived()) {
            responses.add(response);
        }
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
        if (abandon() && isReceived()) {
            receiver.onFailure(cause);
        }
        last.completeExceptionally(cause);
    }

    /** Has the receiver hear nothing more; false if it has heard how it ends. */
    boolean abandon() {
        return over.compareAndSet(false, true);
    }
}
