/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraFailure;
import org.isocenter.archive.workitem.GlobalSubscription;
import org.isocenter.archive.workitem.SubscriptionStore;
import org.isocenter.archive.workitem.WorkitemSubscription;

/** Subscriptions in Cassandra. Safe for use by many threads. */
public final class CassandraSubscriptionStore implements SubscriptionStore {

    private final CassandraConnection connection;
    private volatile SubscriptionRows rows;

    /** On a connection that somebody else closes. */
    public CassandraSubscriptionStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public void put(String workitemUid, WorkitemSubscription subscription) {
        guarded(() -> {
            rows().insert(workitemUid, subscription);
            return true;
        });
    }

    @Override
    public List<WorkitemSubscription> of(String workitemUid) {
        return guarded(() -> rows().select(workitemUid));
    }

    @Override
    public void put(GlobalSubscription subscription) {
        guarded(() -> {
            rows().insert(subscription);
            return true;
        });
    }

    @Override
    public Optional<GlobalSubscription> global(String aet) {
        return guarded(() -> rows().global(aet));
    }

    @Override
    public List<GlobalSubscription> globals() {
        return guarded(() -> rows().globals());
    }

    private SubscriptionRows rows() {
        SubscriptionRows prepared = rows;
        if (prepared == null) {
            prepared = new SubscriptionRows(connection.session());
            rows = prepared;
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
