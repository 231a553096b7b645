/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.time.Duration;

import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraSettings;
import org.isocenter.archive.metadata.cassandra.TestKeyspace;
import org.isocenter.archive.workitem.SubscriptionStore;
import org.isocenter.archive.workitem.WorkitemStore;
import org.isocenter.archive.workitem.WorkitemStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;

import static org.assertj.core.api.Assertions.assertThat;

class CassandraWorkitemStoreTest extends WorkitemStoreContract {

    private static final CassandraSettings SETTINGS = TestKeyspace.fresh("workitems");

    private static CassandraConnection connection;
    private static WorkitemStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        connection = new CassandraConnection(SETTINGS);
        assertThat(connection.await(Duration.ofSeconds(60))).isTrue();
        store = new CassandraWorkitemStore(connection);
    }

    @AfterAll
    static void close() {
        connection
                .session()
                .execute(SimpleStatement.newInstance("DROP KEYSPACE IF EXISTS " + SETTINGS.keyspace())
                        .setTimeout(Duration.ofSeconds(20)));
        connection.close();
    }

    @Override
    protected WorkitemStore store() {
        return store;
    }

    @Override
    protected SubscriptionStore subscriptions() {
        return new CassandraSubscriptionStore(connection);
    }
}
