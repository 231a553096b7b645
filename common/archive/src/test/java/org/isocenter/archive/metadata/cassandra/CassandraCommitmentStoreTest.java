/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.isocenter.archive.metadata.Commitment;
import org.isocenter.archive.metadata.CommitmentStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.datastax.oss.driver.api.core.cql.Row;

import static org.assertj.core.api.Assertions.assertThat;

class CassandraCommitmentStoreTest {

    private static final CassandraSettings SETTINGS = TestKeyspace.fresh("commitments");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private static CassandraConnection connection;
    private static CommitmentStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        connection = new CassandraConnection(SETTINGS);
        assertThat(connection.await(Duration.ofSeconds(30))).isTrue();
        store = new CassandraCommitmentStore(connection);
    }

    @AfterAll
    static void close() {
        connection.close();
        TestKeyspace.drop(SETTINGS);
    }

    private static Commitment commitment(String transactionUid, int request) {
        return new Commitment(transactionUid, AT, new byte[] {1, (byte) request}, Optional.empty());
    }

    @Test
    void find_unknown() {
        assertThat(store.find("9.9")).isEmpty();
    }

    @Test
    void begin_keepsTheFirst() {
        assertThat(store.begin(commitment("1.1", 1))).isEmpty();
        Commitment earlier = store.begin(commitment("1.1", 2)).orElseThrow();
        assertThat(earlier.request()).containsExactly(1, 1);
        assertThat(earlier.requestedAt()).isEqualTo(AT);
        assertThat(earlier.result()).isEmpty();
    }

    @Test
    void begin_byManyAtOnceHasOneWinner() {
        long winners = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> store.begin(commitment("1.2", i))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Optional::isEmpty)
                .count();
        assertThat(winners).isEqualTo(1);
    }

    @Test
    void finish_keepsTheResultForAWhile() {
        store.begin(commitment("1.3", 1));
        store.finish("1.3", new byte[] {7});
        assertThat(store.find("1.3").orElseThrow().result().orElseThrow()).containsExactly(7);
        Row left = connection
                .statements()
                .session()
                .execute("SELECT TTL(result), TTL(request) FROM commitments WHERE transaction_uid = '1.3'")
                .one();
        assertThat(left.getInt(0)).isBetween(604_000, 604_800);
        assertThat(left.getInt(1)).isBetween(2_591_000, 2_592_000);
    }

    /** A result that comes when the transaction is gone is none of a transaction. */
    @Test
    void finish_unknown() {
        store.finish("1.4", new byte[] {7});
        assertThat(store.find("1.4")).isEmpty();
    }
}
