/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Notes content that arrived under a SOP Instance UID. */
final class InsertVersion {

    private final PreparedStatement statement;

    InsertVersion(CqlSession session) {
        statement = session.prepare("INSERT INTO instance_by_sop (sop_uid, digest, study_uid, series_uid, bucket,"
                + " object_key, transfer_syntax, arrived_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    BoundStatement of(StoredInstance instance) {
        return statement.bind(
                instance.uids().sopInstanceUid(),
                Blobs.of(instance.digest()),
                instance.uids().studyInstanceUid(),
                instance.uids().seriesInstanceUid(),
                instance.location().bucket(),
                instance.location().key(),
                instance.transferSyntaxUid(),
                instance.storedAt());
    }
}
