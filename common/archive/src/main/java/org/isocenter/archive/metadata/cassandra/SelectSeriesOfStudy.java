/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** Which series does this study have, and what is known of them? */
final class SelectSeriesOfStudy {

    private final CqlSession session;
    private final PreparedStatement keys;
    private final PreparedStatement summaries;

    SelectSeriesOfStudy(CqlSession session) {
        this.session = session;
        keys = session.prepare("SELECT series_uid FROM series WHERE study_uid = ?");
        summaries = session.prepare("SELECT series_uid, summary FROM series WHERE study_uid = ?");
    }

    List<String> keys(String studyInstanceUid) {
        List<String> found = new ArrayList<>();
        session.execute(keys.bind(studyInstanceUid)).forEach(row -> found.add(row.getString(0)));
        return found;
    }

    /** The encoded summaries of those series that were projected, by their UIDs. */
    Map<String, byte[]> summaries(String studyInstanceUid) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Row row : session.execute(summaries.bind(studyInstanceUid))) {
            if (!row.isNull(1)) {
                found.put(row.getString(0), Blobs.bytes(row.getByteBuffer(1)));
            }
        }
        return found;
    }
}
