/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Which Cassandra cluster, and how it is used.
 *
 * @param contactPoints nodes to begin with
 * @param localDatacenter the data centre of LOCAL_QUORUM
 * @param keyspace the keyspace, made when it is not there
 * @param replicationFactor copies in the local data centre of a keyspace that is made
 * @param requestTimeout after which a statement has failed
 */
public record CassandraSettings(
        List<InetSocketAddress> contactPoints,
        String localDatacenter,
        String keyspace,
        int replicationFactor,
        Duration requestTimeout) {

    public CassandraSettings {
        contactPoints = List.copyOf(contactPoints);
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException(
                    "isocenter.cassandra.keyspace: a lower case letter, then letters, digits and underscores, 48 at the most");
        }
    }
}
