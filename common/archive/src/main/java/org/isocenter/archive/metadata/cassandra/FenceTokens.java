/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import org.isocenter.archive.contention.Contention;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** Numbers that only grow, one row a name, each won by one light-weight transaction. */
public final class FenceTokens {

    private final CassandraConnection connection;

    public FenceTokens(CassandraConnection connection) {
        this.connection = connection;
    }

    /** The next number of a name. */
    public long next(String name) {
        try {
            CqlSession session = connection.statements().session();
            while (true) {
                Row row = session.execute(SimpleStatement.newInstance("SELECT latest FROM fences WHERE name = ?", name))
                        .one();
                long token = row == null ? 1 : row.getLong(0) + 1;
                SimpleStatement claim = row == null
                        ? SimpleStatement.newInstance(
                                "INSERT INTO fences (name, latest) VALUES (?, ?) IF NOT EXISTS", name, token)
                        : SimpleStatement.newInstance(
                                "UPDATE fences SET latest = ? WHERE name = ? IF latest = ?", token, name, token - 1);
                Contention.LIGHT_WEIGHT_TRANSACTION.add();
                if (session.execute(claim.setIdempotent(false)).wasApplied()) {
                    return token;
                }
            }
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }
}
