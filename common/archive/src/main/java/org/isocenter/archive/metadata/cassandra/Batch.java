/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.List;
import java.util.concurrent.CompletionStage;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;

/**
 * Several writes in one request. Those with the same partition key are one mutation, also of different tables, and so are seen
 * together; for others Cassandra warns of batches of more than 5 KiB and refuses those of more than 50.
 */
final class Batch {

    private Batch() {}

    static CompletionStage<Void> execute(CqlSession session, List<BoundStatement> writes) {
        return session.executeAsync(BatchStatement.newInstance(DefaultBatchType.UNLOGGED)
                        .addAll(writes)
                        .setIdempotent(true))
                .thenApply(done -> null);
    }
}
