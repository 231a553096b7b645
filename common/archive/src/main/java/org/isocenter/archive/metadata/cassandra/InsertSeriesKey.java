/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Makes a series known to its study and to the arrivals. */
final class InsertSeriesKey {

    private final CqlSession session;
    private final Arrivals arrivals;
    private final PreparedStatement statement;

    InsertSeriesKey(CqlSession session, Arrivals arrivals) {
        this.session = session;
        this.arrivals = arrivals;
        statement = session.prepare("INSERT INTO series (study_uid, series_uid) VALUES (?, ?)");
    }

    CompletionStage<Void> execute(SeriesKey series, Instant tenMinutes) {
        return Batch.execute(
                session,
                List.of(
                        statement.bind(series.studyInstanceUid(), series.seriesInstanceUid()),
                        arrivals.insertion(tenMinutes, series)));
    }
}
