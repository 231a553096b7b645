/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.MetadataStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

class CassandraMetadataStoreTest extends MetadataStoreContract {

    private static final CassandraSettings SETTINGS = TestKeyspace.fresh("metadata");

    private static CassandraMetadataStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        CassandraConnection connection = new CassandraConnection(SETTINGS);
        assertThat(connection.await(Duration.ofSeconds(30))).isTrue();
        store = new CassandraMetadataStore(connection);
    }

    @AfterAll
    static void close() {
        store.close();
        TestKeyspace.drop(SETTINGS);
    }

    @Override
    protected MetadataStore store() {
        return store;
    }
}
