/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** What of this study is in quarantine? */
final class SelectQuarantined {

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectQuarantined(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT sop_uid, digest, series_uid, bucket, object_key, reason, source_aet,"
                + " received_at FROM quarantine WHERE study_uid = ?");
    }

    Stream<QuarantinedInstance> execute(String studyInstanceUid) {
        return StreamSupport.stream(
                        session.execute(statement.bind(studyInstanceUid)).spliterator(), false)
                .map(row -> quarantined(studyInstanceUid, row));
    }

    private static QuarantinedInstance quarantined(String studyInstanceUid, Row row) {
        return new QuarantinedInstance(
                new InstanceUids(studyInstanceUid, row.getString(2), row.getString(0)),
                Blobs.digest(row.getByteBuffer(1)),
                new ObjectLocation(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInstant(7));
    }
}
