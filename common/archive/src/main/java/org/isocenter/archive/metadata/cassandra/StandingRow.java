/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.Optional;

import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.SeriesKey;

import com.datastax.oss.driver.api.core.cql.Row;

/** What of a row of {@code instances} says how it stands with the instance. */
final class StandingRow {

    static final String COLUMNS = "sop_uid, standing, state, rejected_for, rejected_at, rejected_by, rejection_note,"
            + " erased_bucket, erased_key, erased_stored_at, erased_written_at,"
            + " bucket, object_key, stored_at, WRITETIME(object_key)";

    private StandingRow() {}

    static InstanceStanding read(SeriesKey series, Row row) {
        return new InstanceStanding(
                new InstanceUids(series.studyInstanceUid(), series.seriesInstanceUid(), row.getString(0)),
                row.getLong(1),
                InstanceRow.state(row.getByte(2)),
                rejection(row),
                content(row, 7),
                content(row, 11));
    }

    private static Optional<Rejection> rejection(Row row) {
        return Optional.ofNullable(row.getString(3))
                .flatMap(RejectionReason::of)
                .map(reason -> new Rejection(reason, row.getInstant(4), row.getString(5), row.getString(6)));
    }

    private static Optional<KeptContent> content(Row row, int first) {
        return row.isNull(first + 1)
                ? Optional.empty()
                : Optional.of(new KeptContent(
                        new ObjectLocation(row.getString(first), row.getString(first + 1)),
                        row.getInstant(first + 2),
                        row.getLong(first + 3)));
    }
}
