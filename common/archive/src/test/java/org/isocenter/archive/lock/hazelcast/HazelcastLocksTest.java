/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.lock.hazelcast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.isocenter.archive.lock.Locks;
import org.isocenter.archive.lock.Locks.Lock;
import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.FenceTokens;
import org.isocenter.archive.metadata.cassandra.TestKeyspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two members on loopback that find each other; tokens from Cassandra. */
class HazelcastLocksTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static CassandraConnection connection;
    private static Locks first;
    private static Locks second;

    @BeforeAll
    static void open() throws Exception {
        connection = new CassandraConnection(TestKeyspace.fresh("locks"));
        assertThat(connection.await(Duration.ofSeconds(30))).isTrue();
        FenceTokens tokens = new FenceTokens(connection);
        List<Integer> ports = freePorts();
        List<String> members = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        String cluster = "locks" + System.nanoTime();
        first = new HazelcastLocks(new HazelcastSettings(cluster, "127.0.0.1", ports.get(0), members), tokens::next);
        second = new HazelcastLocks(new HazelcastSettings(cluster, "127.0.0.1", ports.get(1), members), tokens::next);
        first.tryLock("start", LONG).orElseThrow().close();
        second.tryLock("start", LONG).orElseThrow().close();
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    @AfterAll
    static void close() {
        first.close();
        second.close();
        connection.close();
    }

    @Test
    void tryLock_whileTheOtherMemberHoldsIt_isRefusedAtOnce() {
        Lock held = first.tryLock("study", LONG).orElseThrow();
        assertThat(second.tryLock("study", LONG)).isEmpty();
        assertThat(second.tryLock("another", LONG).map(Lock::fencingToken)).isPresent();
        held.close();
        assertThat(second.tryLock("study", LONG)).isPresent();
    }

    @Test
    void tryLock_byAnotherThreadOfTheSameMember_isRefused() {
        try (Lock held = first.tryLock("threads", LONG).orElseThrow()) {
            assertThat(held.fencingToken()).isPositive();
            Optional<Lock> other = CompletableFuture.supplyAsync(() -> first.tryLock("threads", LONG))
                    .join();
            assertThat(other).isEmpty();
        }
    }

    @Test
    void lease_thatEnds_letsTheOtherMemberIn() throws InterruptedException {
        Lock expired = first.tryLock("lease", Duration.ofMillis(500)).orElseThrow();
        Optional<Lock> taken = second.tryLock("lease", LONG);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (taken.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            taken = second.tryLock("lease", LONG);
        }
        assertThat(taken.orElseThrow().fencingToken()).isGreaterThan(expired.fencingToken());
        expired.close();
        assertThat(first.tryLock("lease", LONG))
                .as("the late holder gives nothing back")
                .isEmpty();
    }

    @Test
    void fencingTokens_growFromHolderToHolder() {
        long last = 0;
        for (int i = 0; i < 6; i++) {
            try (Lock held =
                    (i % 2 == 0 ? first : second).tryLock("tokens", LONG).orElseThrow()) {
                assertThat(held.fencingToken()).isGreaterThan(last);
                last = held.fencingToken();
            }
        }
    }
}
