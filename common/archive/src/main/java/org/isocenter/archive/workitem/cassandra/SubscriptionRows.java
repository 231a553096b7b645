/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.workitem.GlobalSubscription;
import org.isocenter.archive.workitem.GlobalSubscription.Kind;
import org.isocenter.archive.workitem.WorkitemSubscription;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** The tables {@code workitem_subscriptions} and {@code workitem_subscribers}. */
final class SubscriptionRows {

    private static final String ONLY_LIST = "all";

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement delete;
    private final PreparedStatement insertGlobal;
    private final PreparedStatement selectGlobals;
    private final PreparedStatement selectGlobal;

    SubscriptionRows(CqlSession session) {
        this.session = session;
        insert = session.prepare("INSERT INTO workitem_subscriptions (workitem_uid, aet, subscribed, deletion_lock, at)"
                + " VALUES (?, ?, ?, ?, ?)");
        select = session.prepare(
                "SELECT aet, subscribed, deletion_lock, at FROM workitem_subscriptions WHERE workitem_uid = ?");
        delete = session.prepare("DELETE FROM workitem_subscriptions WHERE workitem_uid = ?");
        insertGlobal = session.prepare("INSERT INTO workitem_subscribers"
                + " (list, aet, kind, deletion_lock, filter, at, suspended_at) VALUES ('" + ONLY_LIST
                + "', ?, ?, ?, ?, ?, ?)");
        String columns = "SELECT aet, kind, deletion_lock, filter, at, suspended_at FROM workitem_subscribers"
                + " WHERE list = '" + ONLY_LIST + "'";
        selectGlobals = session.prepare(columns);
        selectGlobal = session.prepare(columns + " AND aet = ?");
    }

    void insert(String workitemUid, WorkitemSubscription subscription) {
        session.execute(insert.bind(
                workitemUid,
                subscription.aet(),
                subscription.isSubscribed(),
                subscription.hasDeletionLock(),
                subscription.at()));
    }

    List<WorkitemSubscription> select(String workitemUid) {
        List<WorkitemSubscription> found = new ArrayList<>();
        for (Row row : session.execute(select.bind(workitemUid))) {
            found.add(new WorkitemSubscription(
                    row.getString("aet"),
                    row.getBoolean("subscribed"),
                    row.getBoolean("deletion_lock"),
                    row.getInstant("at")));
        }
        return found;
    }

    void delete(String workitemUid) {
        session.execute(delete.bind(workitemUid));
    }

    void insert(GlobalSubscription subscription) {
        session.execute(insertGlobal.bind(
                subscription.aet(),
                subscription.kind().name(),
                subscription.hasDeletionLock(),
                AttributesBlob.encode(subscription.filter()),
                subscription.at(),
                subscription.suspendedAt().orElse(null)));
    }

    List<GlobalSubscription> globals() {
        List<GlobalSubscription> found = new ArrayList<>();
        for (Row row : session.execute(selectGlobals.bind())) {
            found.add(global(row));
        }
        return found;
    }

    Optional<GlobalSubscription> global(String aet) {
        return Optional.ofNullable(session.execute(selectGlobal.bind(aet)).one())
                .map(SubscriptionRows::global);
    }

    private static GlobalSubscription global(Row row) {
        return new GlobalSubscription(
                row.getString("aet"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("deletion_lock"),
                AttributesBlob.decode(row.getByteBuffer("filter")),
                row.getInstant("at"),
                Optional.ofNullable(row.getInstant("suspended_at")));
    }
}
