/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.Optional;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** What does a search show of this study, its series apart? */
final class SelectStudy {

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectStudy(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT summary FROM studies WHERE study_uid = ?");
    }

    Optional<byte[]> execute(String studyInstanceUid) {
        Row row = session.execute(statement.bind(studyInstanceUid)).one();
        return Optional.ofNullable(row).map(each -> Blobs.bytes(each.getByteBuffer(0)));
    }
}
