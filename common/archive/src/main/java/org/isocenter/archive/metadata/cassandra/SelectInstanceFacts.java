/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** What is there to be counted in this series? */
final class SelectInstanceFacts {

    private static final int PAGE = 5000;

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectInstanceFacts(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT sop_uid, sop_class, digest, object_size, frame_count, stored_at, state"
                + " FROM instances WHERE study_uid = ? AND series_uid = ?");
    }

    List<InstanceFacts> execute(SeriesKey series) {
        List<InstanceFacts> facts = new ArrayList<>();
        for (Row row : session.execute(statement
                .bind(series.studyInstanceUid(), series.seriesInstanceUid())
                .setPageSize(PAGE))) {
            if (row.isNull(2)) {
                continue; // rejected before it came, or deleted
            }
            facts.add(new InstanceFacts(
                    row.getString(0),
                    row.getString(1),
                    Blobs.digest(row.getByteBuffer(2)),
                    row.getLong(3),
                    row.getInt(4),
                    row.getInstant(5),
                    InstanceRow.state(row.getByte(6))));
        }
        return facts;
    }
}
