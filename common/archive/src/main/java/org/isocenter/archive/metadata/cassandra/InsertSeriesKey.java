/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Makes a series known to its study. */
final class InsertSeriesKey {

    private final CqlSession session;
    private final PreparedStatement statement;

    InsertSeriesKey(CqlSession session) {
        this.session = session;
        statement = session.prepare("INSERT INTO series (study_uid, series_uid) VALUES (?, ?)");
    }

    CompletionStage<Void> execute(SeriesKey series) {
        return session.executeAsync(statement.bind(series.studyInstanceUid(), series.seriesInstanceUid()))
                .thenApply(done -> null);
    }
}
