/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

class CassandraCorrectionStoreTest extends CorrectionStoreContract {

    private static final CassandraSettings SETTINGS = TestKeyspace.fresh("corrections");

    private static CassandraConnection connection;
    private static CassandraCorrectionStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        connection = new CassandraConnection(SETTINGS);
        assertThat(connection.await(Duration.ofSeconds(30))).isTrue();
        store = new CassandraCorrectionStore(connection);
    }

    @AfterAll
    static void close() {
        connection.close();
        TestKeyspace.drop(SETTINGS);
    }

    @Override
    protected CorrectionStore store() {
        return store;
    }
}
