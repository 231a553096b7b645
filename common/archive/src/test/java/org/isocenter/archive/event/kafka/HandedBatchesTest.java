/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandedBatchesTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    private final HandedBatches batches = new HandedBatches();

    private CompletableFuture<Void> add(long now, int records, long first, long second) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Map<TopicPartition, OffsetAndMetadata> end =
                new HashMap<>(Map.of(FIRST, new OffsetAndMetadata(first), SECOND, new OffsetAndMetadata(second)));
        batches.add(end, records, now, done);
        return done;
    }

    @Test
    void positions_goAsFarAsAllIsDone() {
        CompletableFuture<Void> one = add(0, 10, 5, 5);
        CompletableFuture<Void> two = add(0, 20, 25, 5);
        CompletableFuture<Void> three = add(0, 30, 25, 35);
        assertThat(batches.underWay()).isEqualTo(60);
        three.complete(null);
        assertThat(batches.takeDone(100, 0)).isEmpty();
        one.complete(null);
        assertThat(batches.takeDone(100, 0))
                .containsEntry(FIRST, new OffsetAndMetadata(5))
                .hasSize(2);
        assertThat(batches.underWay()).isEqualTo(20);
        two.complete(null);
        assertThat(batches.takeDone(100, 0))
                .containsEntry(FIRST, new OffsetAndMetadata(25))
                .containsEntry(SECOND, new OffsetAndMetadata(35));
        assertThat(batches.takeDone(100, 0)).isEmpty();
    }

    @Test
    void positions_afterOneThatIsNeverDone_areKeptAsOne() {
        CompletableFuture<Void> stuck = add(0, 1, 1, 0);
        for (int i = 0; i < 1000; i++) {
            add(i, 1, 2 + i, i).complete(null);
            assertThat(batches.takeDone(i, 0)).isEmpty();
        }
        assertThat(batches.size()).isLessThan(4);
        stuck.complete(null);
        assertThat(batches.takeDone(1000, 0))
                .containsEntry(FIRST, new OffsetAndMetadata(1001))
                .containsEntry(SECOND, new OffsetAndMetadata(999));
    }

    @Test
    void positions_ofYoungBatchesAreLeft() {
        add(0, 1, 1, 0).complete(null);
        add(50, 1, 2, 0).complete(null);
        assertThat(batches.takeDone(100, 60)).containsEntry(FIRST, new OffsetAndMetadata(1));
        assertThat(batches.takeDone(110, 60)).containsEntry(FIRST, new OffsetAndMetadata(2));
    }

    @Test
    void positions_ofRevokedPartitionsAreForgotten() {
        add(0, 1, 1, 1).complete(null);
        batches.revoke(List.of(SECOND));
        add(0, 1, 2, 7).complete(null);
        batches.revoke(List.of(SECOND));
        assertThat(batches.takeDone(100, 0)).containsOnlyKeys(FIRST);
    }
}
