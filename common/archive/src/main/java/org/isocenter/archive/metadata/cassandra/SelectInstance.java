/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.Optional;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** What is this instance? */
final class SelectInstance {

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectInstance(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT " + InstanceRow.COLUMNS
                + " FROM instances WHERE study_uid = ? AND series_uid = ? AND sop_uid = ?");
    }

    Optional<StoredInstance> execute(InstanceUids uids) {
        Row row = session.execute(
                        statement.bind(uids.studyInstanceUid(), uids.seriesInstanceUid(), uids.sopInstanceUid()))
                .one();
        return Optional.ofNullable(row)
                .filter(InstanceRow::hasContent)
                .map(each -> InstanceRow.read(uids.studyInstanceUid(), uids.seriesInstanceUid(), each));
    }
}
