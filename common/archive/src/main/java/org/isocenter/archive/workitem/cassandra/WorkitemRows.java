/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.time.Duration;
import java.util.Optional;

import org.isocenter.archive.contention.Contention;
import org.isocenter.archive.workitem.Workitem;
import org.isocenter.archive.workitem.WorkitemState;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** The table {@code workitems}, of which each row has one writer at a time. */
final class WorkitemRows {

    private static final String GONE = "GONE";

    /** The revision of what is not there. */
    private static final long NONE = 0;

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement create;
    private final PreparedStatement replace;
    private final PreparedStatement remove;

    WorkitemRows(CqlSession session) {
        this.session = session;
        select = session.prepare("SELECT state, transaction_uid, attributes, revision, created_at, changed_at"
                + " FROM workitems WHERE workitem_uid = ?");
        // an UPDATE leaves no row behind when all its columns have expired, as an INSERT would
        create = session.prepare("UPDATE workitems SET state = ?, transaction_uid = ?, attributes = ?, revision = ?,"
                + " created_at = ?, changed_at = ? WHERE workitem_uid = ? IF revision = null");
        replace = session.prepare("UPDATE workitems SET state = ?, transaction_uid = ?, attributes = ?, revision = ?,"
                + " created_at = ?, changed_at = ? WHERE workitem_uid = ? IF revision = ?");
        remove = session.prepare("UPDATE workitems USING TTL ? SET state = '" + GONE + "', transaction_uid = null,"
                + " attributes = null, revision = ?, created_at = null, changed_at = null"
                + " WHERE workitem_uid = ? IF revision = ?");
    }

    Optional<Workitem> select(String uid) {
        Row row = session.execute(select.bind(uid)).one();
        if (row == null || row.isNull("revision") || GONE.equals(row.getString("state"))) {
            return Optional.empty();
        }
        String transactionUid = row.getString("transaction_uid");
        return Optional.of(new Workitem(
                uid,
                WorkitemState.valueOf(row.getString("state")),
                transactionUid == null ? "" : transactionUid,
                AttributesBlob.decode(row.getByteBuffer("attributes")),
                row.getLong("revision"),
                row.getInstant("created_at"),
                row.getInstant("changed_at")));
    }

    boolean isTaken(String uid) {
        Row row = session.execute(select.bind(uid)).one();
        return row != null && !row.isNull("revision");
    }

    boolean isGone(String uid) {
        Row row = session.execute(select.bind(uid)).one();
        return row != null && GONE.equals(row.getString("state"));
    }

    boolean create(Workitem workitem) {
        return wins(bind(create, workitem), workitem.uid(), NONE, workitem.revision());
    }

    boolean replace(Workitem expected, Workitem next) {
        return wins(
                bind(replace, next).setLong(7, expected.revision()), next.uid(), expected.revision(), next.revision());
    }

    boolean remove(Workitem expected, Duration remembered, long revision) {
        int seconds = (int) Math.max(
                1, Math.min(remembered.toSeconds(), Duration.ofDays(3650).toSeconds()));
        return wins(
                remove.bind(seconds, revision, expected.uid(), expected.revision()),
                expected.uid(),
                expected.revision(),
                revision);
    }

    private static BoundStatement bind(PreparedStatement statement, Workitem workitem) {
        return statement
                .bind()
                .setString(0, workitem.state().name())
                .setString(1, workitem.transactionUid())
                .setByteBuffer(2, AttributesBlob.encode(workitem.attributes()))
                .setLong(3, workitem.revision())
                .setInstant(4, workitem.createdAt())
                .setInstant(5, workitem.changedAt())
                .setString(6, workitem.uid());
    }

    /**
     * One that was not answered may have won: then the row has our revision, which nobody else chose. If it has neither ours nor the
     * one expected, another one won.
     */
    private boolean wins(BoundStatement statement, String uid, long expected, long revision) {
        Contention.LIGHT_WEIGHT_TRANSACTION.add();
        try {
            return session.execute(statement.setIdempotent(false)).wasApplied();
        } catch (DriverException e) {
            // a serial read first ends what is under way
            Row row = session.execute(select.bind(uid).setConsistencyLevel(DefaultConsistencyLevel.LOCAL_SERIAL))
                    .one();
            long found = row == null || row.isNull("revision") ? NONE : row.getLong("revision");
            if (found == revision) {
                return true;
            }
            if (found != expected) {
                return false;
            }
            throw e;
        }
    }
}
