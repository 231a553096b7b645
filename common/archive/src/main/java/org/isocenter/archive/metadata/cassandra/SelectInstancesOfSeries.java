/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;

/** Which instances are in this series? Pages are small since the rows hold whole headers. */
final class SelectInstancesOfSeries {

    private static final int PAGE = 200;

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectInstancesOfSeries(CqlSession session) {
        this.session = session;
        statement = session.prepare(
                "SELECT " + InstanceRow.COLUMNS + " FROM instances WHERE study_uid = ? AND series_uid = ?");
    }

    Stream<StoredInstance> execute(SeriesKey series) {
        ResultSet rows = session.execute(statement
                .bind(series.studyInstanceUid(), series.seriesInstanceUid())
                .setPageSize(PAGE));
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(InstanceRow::hasContent)
                .map(row -> InstanceRow.read(series.studyInstanceUid(), series.seriesInstanceUid(), row));
    }
}
