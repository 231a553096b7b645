/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** Where do the instances of this series lie? */
final class SelectInstanceLocations {

    private static final int PAGE = 5000;

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectInstanceLocations(CqlSession session) {
        this.session = session;
        statement = session.prepare(
                "SELECT sop_uid, sop_class, transfer_syntax, bucket, object_key, digest, dataset_offset,"
                        + " object_size, state FROM instances WHERE study_uid = ? AND series_uid = ?");
    }

    List<InstanceLocation> execute(SeriesKey series) {
        List<InstanceLocation> locations = new ArrayList<>();
        for (Row row : session.execute(statement
                .bind(series.studyInstanceUid(), series.seriesInstanceUid())
                .setPageSize(PAGE))) {
            if (!InstanceRow.hasContent(row)) {
                continue;
            }
            locations.add(new InstanceLocation(
                    new InstanceUids(series.studyInstanceUid(), series.seriesInstanceUid(), row.getString(0)),
                    row.getString(1),
                    row.getString(2),
                    new ObjectLocation(row.getString(3), row.getString(4)),
                    Blobs.digest(row.getByteBuffer(5)),
                    row.getLong(6),
                    row.getLong(7),
                    InstanceRow.state(row.getByte(8))));
        }
        return locations;
    }
}
