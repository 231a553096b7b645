/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.workitem.Workitem;
import org.isocenter.archive.workitem.WorkitemState;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;

/**
 * The tables {@code workitems_by_day} and {@code workitem_days}. Every change touches its rows before it is decided and settles them
 * after: so a row may be there too much, or say too little, after a failure, but none is missing. The revision of the change is the
 * time of what is written, so that the last change wins whoever settles last.
 */
final class WorkitemsByDay {

    static final int SHARDS = 8;

    /** Where a work item is kept. */
    record Place(WorkitemState state, LocalDate day, String uid) {
        static Place of(Workitem workitem) {
            return new Place(workitem.state(), workitem.day(), workitem.uid());
        }

        byte shard() {
            return (byte) Math.floorMod(uid.hashCode(), SHARDS);
        }
    }

    private static final int MICROS = 1000;

    private final CqlSession session;
    private final PreparedStatement touch;
    private final PreparedStatement settle;
    private final PreparedStatement delete;
    private final PreparedStatement select;
    private final PreparedStatement selectMarks;
    private final PreparedStatement useDay;
    private final PreparedStatement days;
    private final PreparedStatement forgetDay;

    WorkitemsByDay(CqlSession session) {
        this.session = session;
        String row = " WHERE state = ? AND day = ? AND shard = ? AND workitem_uid = ?";
        touch = session.prepare("UPDATE workitems_by_day USING TIMESTAMP ? SET touched = ?" + row);
        settle = session.prepare(
                "UPDATE workitems_by_day USING TIMESTAMP ? SET revision = ?, changed_at = ?, attributes = ?" + row);
        delete = session.prepare("DELETE FROM workitems_by_day USING TIMESTAMP ?" + row);
        String partition = " FROM workitems_by_day WHERE state = ? AND day = ? AND shard = ?";
        select = session.prepare("SELECT workitem_uid, touched, revision, attributes" + partition);
        selectMarks = session.prepare("SELECT workitem_uid, touched, revision, changed_at" + partition);
        useDay = session.prepare("UPDATE workitem_days SET used = true WHERE state = ? AND day = ?");
        days = session.prepare("SELECT day FROM workitem_days WHERE state = ?");
        forgetDay = session.prepare("DELETE FROM workitem_days USING TIMESTAMP ? WHERE state = ? AND day = ?");
    }

    void touch(List<Place> places, long revision) {
        List<CompletionStage<AsyncResultSet>> writes = new ArrayList<>();
        for (Place each : places) {
            writes.add(
                    session.executeAsync(bind(touch.bind().setLong(0, revision).setLong(1, revision), 2, each)));
            writes.add(session.executeAsync(useDay.bind(each.state().name(), each.day())));
        }
        writes.forEach(each -> each.toCompletableFuture().join());
    }

    void settle(Workitem workitem) {
        BoundStatement statement = settle.bind()
                .setLong(0, workitem.revision())
                .setLong(1, workitem.revision())
                .setInstant(2, workitem.changedAt())
                .setByteBuffer(3, AttributesBlob.encode(workitem.attributes()));
        session.execute(bind(statement, 4, Place.of(workitem)));
    }

    void delete(Place place, long revision) {
        session.execute(bind(delete.bind().setLong(0, revision), 1, place));
    }

    private static BoundStatement bind(BoundStatement statement, int from, Place place) {
        return statement
                .setString(from, place.state().name())
                .setLocalDate(from + 1, place.day())
                .setByte(from + 2, place.shard())
                .setString(from + 3, place.uid());
    }

    ResultSet select(WorkitemState state, LocalDate day, int shard) {
        return session.execute(select.bind(state.name(), day, (byte) shard));
    }

    /** Without attributes. */
    ResultSet selectMarks(WorkitemState state, LocalDate day, int shard) {
        return session.execute(selectMarks.bind(state.name(), day, (byte) shard));
    }

    /** Whether the row is what was decided last, as far as it knows. */
    static boolean isSettled(Row row) {
        return !row.isNull("revision") && row.getLong("revision") >= row.getLong("touched");
    }

    SortedSet<LocalDate> days(WorkitemState state) {
        SortedSet<LocalDate> found = new TreeSet<>();
        for (Row row : session.execute(days.bind(state.name()))) {
            found.add(row.getLocalDate(0));
        }
        return found;
    }

    /** Forgets a day that nobody has used since a moment. */
    void forgetDay(WorkitemState state, LocalDate day, Instant since) {
        session.execute(forgetDay.bind(since.toEpochMilli() * MICROS, state.name(), day));
    }
}
