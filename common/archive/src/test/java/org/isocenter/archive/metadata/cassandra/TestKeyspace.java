/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import org.isocenter.engines.SharedEngines;

import com.datastax.oss.driver.api.core.CqlSession;

/** Keyspaces of tests, on the cluster that all tests share. */
public final class TestKeyspace {

    private TestKeyspace() {}

    /** Settings of a keyspace that no other test has. */
    public static CassandraSettings fresh(String name) {
        String[] node = SharedEngines.get().cassandra().split(":");
        return new CassandraSettings(
                List.of(new InetSocketAddress(node[0], Integer.parseInt(node[1]))),
                "datacenter1",
                name + System.nanoTime(),
                1,
                Duration.ofSeconds(3));
    }

    static CqlSession session(CassandraSettings settings) {
        return CqlSession.builder()
                .addContactPoints(settings.contactPoints())
                .withLocalDatacenter(settings.localDatacenter())
                .build();
    }

    static void drop(CassandraSettings settings) {
        try (CqlSession session = session(settings)) {
            session.execute(com.datastax.oss.driver.api.core.cql.SimpleStatement.newInstance(
                            "DROP KEYSPACE IF EXISTS " + settings.keyspace())
                    .setTimeout(Duration.ofSeconds(20)));
        }
    }
}
