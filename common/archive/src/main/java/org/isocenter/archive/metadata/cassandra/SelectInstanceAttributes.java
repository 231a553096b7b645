/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;

/** What do the data sets of this series say? Four columns of sixteen, which the coordinator and we need not take apart. */
final class SelectInstanceAttributes {

    private static final int PAGE = 200;

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectInstanceAttributes(CqlSession session) {
        this.session = session;
        statement = session.prepare(
                "SELECT sop_uid, state, attributes, bulk FROM instances WHERE study_uid = ? AND series_uid = ?");
    }

    Stream<InstanceAttributes> execute(SeriesKey series) {
        ResultSet rows = session.execute(statement
                .bind(series.studyInstanceUid(), series.seriesInstanceUid())
                .setPageSize(PAGE));
        return StreamSupport.stream(rows.spliterator(), false)
                // none was rejected before it came, or is deleted
                .filter(row -> !row.isNull(2))
                .map(row -> new InstanceAttributes(
                        new InstanceUids(series.studyInstanceUid(), series.seriesInstanceUid(), row.getString(0)),
                        InstanceRow.state(row.getByte(1)),
                        Blobs.bytes(row.getByteBuffer(2)),
                        Blobs.bytes(row.getByteBuffer(3))));
    }
}
