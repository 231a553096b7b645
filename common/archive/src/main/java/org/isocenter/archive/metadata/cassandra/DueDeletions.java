/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceUids;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** Which instances are to be deleted, by the day from which their delay is counted. */
final class DueDeletions {

    /** Of one partition mostly, and together below the 5 KiB of {@link Batch}. */
    private static final int BATCH = 15;

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement insertDay;
    private final PreparedStatement delete;
    private final PreparedStatement select;

    DueDeletions(CqlSession session) {
        this.session = session;
        insert = session.prepare(
                "INSERT INTO deletions (day, shard, since, study_uid, series_uid, sop_uid) VALUES (?, ?, ?, ?, ?, ?)");
        insertDay = session.prepare("INSERT INTO deletion_days (kind, day) VALUES ('rejected', ?)");
        delete = session.prepare("DELETE FROM deletions WHERE day = ? AND shard = ? AND since = ? AND study_uid = ?"
                + " AND series_uid = ? AND sop_uid = ?");
        select = session.prepare(
                "SELECT since, study_uid, series_uid, sop_uid FROM deletions WHERE day = ? AND shard = ?"
                        + " AND since <= ? LIMIT ?");
    }

    /** The days first: an entry of a day that is not named would not be found. */
    void add(List<DueDeletion> due) {
        Set<LocalDate> days = new LinkedHashSet<>();
        due.forEach(each -> days.add(each.day()));
        days.forEach(day -> session.execute(insertDay.bind(day)));
        for (int from = 0; from < due.size(); from += BATCH) {
            List<BoundStatement> entries = due.subList(from, Math.min(due.size(), from + BATCH)).stream()
                    .map(each -> bind(insert, each))
                    .toList();
            session.execute(
                    BatchStatement.newInstance(DefaultBatchType.UNLOGGED).addAll(entries));
        }
    }

    void remove(DueDeletion due) {
        session.execute(bind(delete, due));
    }

    private static BoundStatement bind(PreparedStatement statement, DueDeletion due) {
        return statement.bind(
                due.day(),
                (byte) due.shard(),
                due.since(),
                due.uids().studyInstanceUid(),
                due.uids().seriesInstanceUid(),
                due.uids().sopInstanceUid());
    }

    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        session.execute("SELECT day FROM deletion_days WHERE kind = 'rejected'")
                .forEach(row -> days.add(row.getLocalDate(0)));
        return days;
    }

    List<DueDeletion> select(LocalDate day, int shard, Instant until, int limit) {
        List<DueDeletion> found = new ArrayList<>();
        for (Row row : session.execute(select.bind(day, (byte) shard, until, limit))) {
            found.add(new DueDeletion(
                    new InstanceUids(row.getString(1), row.getString(2), row.getString(3)), row.getInstant(0)));
        }
        return found;
    }

    /** A day that was named again meanwhile stays. */
    void removeDay(LocalDate day, Instant asOf) {
        session.execute(SimpleStatement.newInstance(
                "DELETE FROM deletion_days USING TIMESTAMP ? WHERE kind = 'rejected' AND day = ?",
                ChronoUnit.MICROS.between(Instant.EPOCH, asOf),
                day));
    }
}
