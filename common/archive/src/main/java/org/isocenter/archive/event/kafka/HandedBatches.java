/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Batches that a handler was given, and up to where all are done with. Times are nanoseconds. For one thread. */
final class HandedBatches {

    private record Batch(
            Map<TopicPartition, OffsetAndMetadata> end, int records, long handedAt, CompletableFuture<?> done) {}

    private final Deque<Batch> batches = new ArrayDeque<>();

    /**
     * Adds a batch.
     *
     * @param end the positions after it; taken over
     * @param done completes when it is done with
     */
    void add(Map<TopicPartition, OffsetAndMetadata> end, int records, long now, CompletableFuture<?> done) {
        batches.add(new Batch(end, records, now, done));
    }

    /** Takes out what is done and as old as given, up to the first batch that is not; returns the positions after it. */
    Map<TopicPartition, OffsetAndMetadata> takeDone(long now, long age) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        while (!batches.isEmpty()
                && batches.peek().done().isDone()
                && now - batches.peek().handedAt() >= age) {
            positions.putAll(batches.remove().end());
        }
        mergeDone();
        return positions;
    }

    /** Neighbours that are done are kept as one: what is not done for long must not make this grow. */
    private void mergeDone() {
        Deque<Batch> merged = new ArrayDeque<>();
        for (Batch each : batches) {
            Batch before = merged.peekLast();
            if (before != null
                    && before != batches.peek()
                    && before.done().isDone()
                    && each.done().isDone()) {
                before.end().putAll(each.end());
                merged.removeLast();
                merged.add(new Batch(before.end(), 0, each.handedAt(), each.done()));
            } else {
                merged.add(each);
            }
        }
        batches.clear();
        batches.addAll(merged);
    }

    /** Another member has the partitions now; what is done of them is not this one's to say. */
    void revoke(Collection<TopicPartition> partitions) {
        batches.forEach(batch -> batch.end().keySet().removeAll(partitions));
    }

    /** How many records are not done with. */
    int underWay() {
        return batches.stream()
                .filter(batch -> !batch.done().isDone())
                .mapToInt(Batch::records)
                .sum();
    }

    /** How many are kept. */
    int size() {
        return batches.size();
    }

    void clear() {
        batches.clear();
    }
}
