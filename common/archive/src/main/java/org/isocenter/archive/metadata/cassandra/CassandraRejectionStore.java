/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.isocenter.archive.contention.Contention;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** What is rejected and what is to be deleted, in Cassandra. Safe for use by many threads. */
public final class CassandraRejectionStore implements RejectionStore {

    private static final int PAGE = 1000;

    private record Prepared(
            CqlSession session,
            PreparedStatement ofSeries,
            PreparedStatement one,
            PreparedStatement removeContent,
            ChangeStandings change,
            DueDeletions due) {

        Prepared(CqlSession session) {
            this(
                    session,
                    session.prepare(
                            "SELECT " + StandingRow.COLUMNS + " FROM instances WHERE study_uid = ? AND series_uid = ?"),
                    session.prepare("SELECT " + StandingRow.COLUMNS
                            + " FROM instances WHERE study_uid = ? AND series_uid = ? AND sop_uid = ?"),
                    session.prepare("DELETE FROM instances USING TIMESTAMP ?"
                            + " WHERE study_uid = ? AND series_uid = ? AND sop_uid = ?"),
                    new ChangeStandings(session),
                    new DueDeletions(session));
        }
    }

    private final CassandraConnection connection;
    private volatile Prepared prepared;

    /** On a connection that the caller closes. */
    public CassandraRejectionStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<InstanceStanding> standings(SeriesKey series) {
        return ask(statements -> {
            List<InstanceStanding> found = new ArrayList<>();
            for (Row row : statements
                    .session()
                    .execute(statements
                            .ofSeries()
                            .bind(series.studyInstanceUid(), series.seriesInstanceUid())
                            .setPageSize(PAGE))) {
                found.add(StandingRow.read(series, row));
            }
            return found;
        });
    }

    @Override
    public Optional<InstanceStanding> standing(InstanceUids uids) {
        return ask(statements -> Optional.ofNullable(statements
                        .session()
                        .execute(statements
                                .one()
                                .bind(uids.studyInstanceUid(), uids.seriesInstanceUid(), uids.sopInstanceUid())
                                // ends a change that another process left half-way
                                .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_SERIAL))
                        .one())
                .map(row -> StandingRow.read(uids.series(), row)));
    }

    @Override
    public boolean change(List<InstanceStanding> next) {
        if (next.size() > MOST_CHANGES) {
            throw new IllegalArgumentException("at most " + MOST_CHANGES + " standings at once");
        }
        return ask(statements -> statements.change().execute(next));
    }

    @Override
    public void removeContent(InstanceUids uids, KeptContent content) {
        ask(statements -> statements
                .session()
                .execute(statements
                        .removeContent()
                        .bind(
                                content.writtenAt(),
                                uids.studyInstanceUid(),
                                uids.seriesInstanceUid(),
                                uids.sopInstanceUid())));
    }

    @Override
    public void addDue(List<DueDeletion> due) {
        run(statements -> statements.due().add(due));
    }

    @Override
    public void removeDue(DueDeletion due) {
        run(statements -> statements.due().remove(due));
    }

    @Override
    public List<LocalDate> dueDays() {
        return ask(statements -> statements.due().days());
    }

    @Override
    public List<DueDeletion> due(LocalDate day, int shard, Instant until, int limit) {
        return ask(statements -> statements.due().select(day, shard, until, limit));
    }

    @Override
    public void removeDueDay(LocalDate day, Instant asOf) {
        run(statements -> statements.due().removeDay(day, asOf));
    }

    @Override
    public boolean takeTurn(String name, String owner, Duration length) {
        return ask(statements -> {
            String lifetime = " USING TTL " + length.toSeconds();
            Contention.LIGHT_WEIGHT_TRANSACTION.add();
            ResultSet asked = statements
                    .session()
                    .execute(once(
                            "INSERT INTO turns (name, owner) VALUES (?, ?) IF NOT EXISTS" + lifetime, name, owner));
            if (asked.wasApplied()) {
                return true;
            }
            Contention.LIGHT_WEIGHT_TRANSACTION.add();
            return statements
                    .session()
                    .execute(once(
                            "UPDATE turns" + lifetime + " SET owner = ? WHERE name = ? IF owner = ?",
                            owner,
                            name,
                            owner))
                    .wasApplied();
        });
    }

    private static SimpleStatement once(String statement, Object... values) {
        return SimpleStatement.newInstance(statement, values).setIdempotent(false);
    }

    private interface Action {
        void on(Prepared statements);
    }

    private void run(Action action) {
        ask(statements -> {
            action.on(statements);
            return Boolean.TRUE;
        });
    }

    private <T> T ask(Function<Prepared, T> question) {
        try {
            return question.apply(prepared());
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    private Prepared prepared() {
        Prepared ready = prepared;
        if (ready == null) {
            ready = new Prepared(connection.statements().session());
            prepared = ready;
        }
        return ready;
    }
}
