/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.ObjectLocation;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** What content ever arrived under this SOP Instance UID? */
final class SelectVersions {

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectVersions(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT digest, study_uid, series_uid, bucket, object_key, transfer_syntax,"
                + " arrived_at FROM instance_by_sop WHERE sop_uid = ?");
    }

    /** Oldest first; of a UID with more than a page of versions the first page. */
    CompletionStage<List<InstanceVersion>> execute(String sopInstanceUid) {
        return session.executeAsync(statement.bind(sopInstanceUid)).thenApply(page -> versions(sopInstanceUid, page));
    }

    private static List<InstanceVersion> versions(String sopInstanceUid, AsyncResultSet page) {
        List<InstanceVersion> versions = new ArrayList<>();
        for (Row row : page.currentPage()) {
            versions.add(new InstanceVersion(
                    new InstanceUids(row.getString(1), row.getString(2), sopInstanceUid),
                    Blobs.digest(row.getByteBuffer(0)),
                    new ObjectLocation(row.getString(3), row.getString(4)),
                    row.getString(5),
                    row.getInstant(6)));
        }
        versions.sort(Comparator.comparing(InstanceVersion::arrivedAt)
                .thenComparing(version -> version.digest().hex()));
        return versions;
    }
}
