/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraFailure;
import org.isocenter.archive.workitem.FoundWorkitem;
import org.isocenter.archive.workitem.Workitem;
import org.isocenter.archive.workitem.WorkitemState;
import org.isocenter.archive.workitem.WorkitemStore;
import org.isocenter.archive.workitem.cassandra.WorkitemsByDay.Place;

import com.datastax.oss.driver.api.core.cql.Row;

/** Work items in Cassandra. Safe for use by many threads. */
public final class CassandraWorkitemStore implements WorkitemStore {

    private static final int MICROS = 1000;

    private record Tables(WorkitemRows rows, WorkitemsByDay byDay, SubscriptionRows subscriptions) {}

    private final CassandraConnection connection;
    private volatile Tables tables;

    /** On a connection that somebody else closes. */
    public CassandraWorkitemStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean create(Workitem workitem) {
        return guarded(() -> {
            if (tables().rows().isTaken(workitem.uid())) {
                return false; // most duplicates end here, and leave nothing to be tidied
            }
            tables().byDay().touch(List.of(Place.of(workitem)), workitem.revision());
            boolean created = tables().rows().create(workitem);
            if (created) {
                tables().byDay().settle(workitem);
            }
            return created;
        });
    }

    @Override
    public Optional<Workitem> find(String uid) {
        return guarded(() -> tables().rows().select(uid));
    }

    @Override
    public boolean isGone(String uid) {
        return guarded(() -> tables().rows().isGone(uid));
    }

    @Override
    public boolean replace(Workitem expected, Workitem next) {
        Place before = Place.of(expected);
        Place after = Place.of(next);
        return guarded(() -> {
            tables().byDay().touch(before.equals(after) ? List.of(after) : List.of(before, after), next.revision());
            boolean replaced = tables().rows().replace(expected, next);
            if (replaced) {
                tables().byDay().settle(next);
                if (!before.equals(after)) {
                    tables().byDay().delete(before, next.revision());
                }
            }
            return replaced;
        });
    }

    @Override
    public boolean remove(Workitem expected, Duration remembered) {
        Place place = Place.of(expected);
        long revision = Math.max(expected.revision() + 1, Instant.now().toEpochMilli() * MICROS);
        return guarded(() -> {
            tables().byDay().touch(List.of(place), revision);
            boolean removed = tables().rows().remove(expected, remembered, revision);
            if (removed) {
                tables().byDay().delete(place, revision);
                tables().subscriptions().delete(expected.uid());
            }
            return removed;
        });
    }

    @Override
    public SortedSet<LocalDate> days(WorkitemState state) {
        return guarded(() -> tables().byDay().days(state));
    }

    @Override
    public boolean visit(WorkitemState state, LocalDate day, Predicate<FoundWorkitem> visitor) {
        return guarded(() -> {
            for (int shard = 0; shard < WorkitemsByDay.SHARDS; shard++) {
                for (Row row : tables().byDay().select(state, day, shard)) {
                    Optional<FoundWorkitem> found = found(state, day, row);
                    if (found.isPresent() && !visitor.test(found.get())) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    private Optional<FoundWorkitem> found(WorkitemState state, LocalDate day, Row row) {
        String uid = row.getString("workitem_uid");
        if (WorkitemsByDay.isSettled(row)) {
            return Optional.of(new FoundWorkitem(uid, AttributesBlob.decode(row.getByteBuffer("attributes"))));
        }
        return tables().rows()
                .select(uid)
                .filter(workitem -> Place.of(workitem).equals(new Place(state, day, uid)))
                .map(workitem -> new FoundWorkitem(uid, workitem.attributes()));
    }

    @Override
    public List<String> unchangedSince(WorkitemState state, LocalDate day, Instant before) {
        return guarded(() -> {
            List<String> uids = new ArrayList<>();
            for (int shard = 0; shard < WorkitemsByDay.SHARDS; shard++) {
                for (Row row : tables().byDay().selectMarks(state, day, shard)) {
                    if (!row.isNull("changed_at")
                            && row.getInstant("changed_at").isBefore(before)) {
                        uids.add(row.getString("workitem_uid"));
                    }
                }
            }
            return uids;
        });
    }

    @Override
    public void tidy(WorkitemState state, LocalDate day, Instant before) {
        guarded(() -> {
            boolean isEmpty = true;
            for (int shard = 0; shard < WorkitemsByDay.SHARDS; shard++) {
                for (Row row : tables().byDay().selectMarks(state, day, shard)) {
                    isEmpty = false;
                    tidy(new Place(state, day, row.getString("workitem_uid")), row, before);
                }
            }
            if (isEmpty) {
                tables().byDay().forgetDay(state, day, before);
            }
            return isEmpty;
        });
    }

    private void tidy(Place place, Row row, Instant before) {
        long touched = row.getLong("touched");
        if (WorkitemsByDay.isSettled(row) || touched >= before.toEpochMilli() * MICROS) {
            return;
        }
        Optional<Workitem> workitem = tables().rows().select(place.uid());
        if (workitem.isPresent() && Place.of(workitem.get()).equals(place)) {
            tables().byDay().settle(workitem.get());
        } else {
            tables().byDay().delete(place, touched);
        }
    }

    private Tables tables() {
        Tables prepared = tables;
        if (prepared == null) {
            // two that prepare at the same time prepare the same
            prepared = new Tables(
                    new WorkitemRows(connection.session()),
                    new WorkitemsByDay(connection.session()),
                    new SubscriptionRows(connection.session()));
            tables = prepared;
        }
        return prepared;
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }
}
