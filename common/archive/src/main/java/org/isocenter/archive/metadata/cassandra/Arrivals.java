/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** In which series did something arrive lately? */
final class Arrivals {

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    Arrivals(CqlSession session) {
        this.session = session;
        insert = session.prepare("INSERT INTO arrivals (ten_minutes, study_uid, series_uid) VALUES (?, ?, ?)");
        select = session.prepare("SELECT study_uid, series_uid FROM arrivals WHERE ten_minutes = ?");
    }

    BoundStatement insertion(Instant tenMinutes, SeriesKey series) {
        return insert.bind(tenMinutes, series.studyInstanceUid(), series.seriesInstanceUid());
    }

    List<SeriesKey> select(Instant tenMinutes) {
        List<SeriesKey> series = new ArrayList<>();
        for (Row row : session.execute(select.bind(tenMinutes))) {
            series.add(new SeriesKey(row.getString(0), row.getString(1)));
        }
        return series;
    }
}
