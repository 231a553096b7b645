/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.Optional;

import org.isocenter.archive.contention.Contention;
import org.isocenter.archive.metadata.Commitment;
import org.isocenter.archive.metadata.CommitmentStore;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** Transactions of storage commitment in Cassandra, one row each. Safe for use by many threads. */
public final class CassandraCommitmentStore implements CommitmentStore {

    private final CassandraConnection connection;

    /** With the session, which others close. */
    public CassandraCommitmentStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Commitment> begin(Commitment commitment) {
        try {
            // not idempotent: who tried it again would find its own row and take it for that of another
            SimpleStatement insert = SimpleStatement.newInstance(
                            "INSERT INTO commitments (transaction_uid, requested_at, request) VALUES (?, ?, ?)"
                                    + " IF NOT EXISTS USING TTL ?",
                            commitment.transactionUid(),
                            commitment.requestedAt(),
                            Blobs.of(commitment.request()),
                            (int) TRANSACTION_KEPT.toSeconds())
                    .setIdempotent(false);
            Contention.LIGHT_WEIGHT_TRANSACTION.add();
            return session().execute(insert).wasApplied() ? Optional.empty() : find(commitment.transactionUid());
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    @Override
    public Optional<Commitment> find(String transactionUid) {
        try {
            Row row = session()
                    .execute(SimpleStatement.newInstance(
                            "SELECT requested_at, request, result FROM commitments WHERE transaction_uid = ?",
                            transactionUid))
                    .one();
            return Optional.ofNullable(row)
                    // without a request it is a result that came after all else was gone
                    .filter(found -> found.getInstant(0) != null && found.getByteBuffer(1) != null)
                    .map(found -> new Commitment(
                            transactionUid,
                            found.getInstant(0),
                            Blobs.bytes(found.getByteBuffer(1)),
                            Optional.ofNullable(found.getByteBuffer(2)).map(Blobs::bytes)));
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    @Override
    public void finish(String transactionUid, byte[] result) {
        try {
            session()
                    .execute(SimpleStatement.newInstance(
                            "UPDATE commitments USING TTL ? SET result = ? WHERE transaction_uid = ?",
                            (int) RESULT_KEPT.toSeconds(),
                            Blobs.of(result),
                            transactionUid));
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    private CqlSession session() {
        return connection.statements().session();
    }
}
