/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.InstanceVersion;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Notes content that arrived under a SOP Instance UID. */
final class InsertVersion {

    private final CqlSession session;
    private final PreparedStatement statement;

    InsertVersion(CqlSession session) {
        this.session = session;
        statement = session.prepare("INSERT INTO instance_by_sop (sop_uid, digest, study_uid, series_uid, bucket,"
                + " object_key, transfer_syntax, arrived_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    CompletionStage<Void> execute(InstanceVersion version) {
        return session.executeAsync(statement.bind(
                        version.uids().sopInstanceUid(),
                        Blobs.of(version.digest()),
                        version.uids().studyInstanceUid(),
                        version.uids().seriesInstanceUid(),
                        version.location().bucket(),
                        version.location().key(),
                        version.transferSyntaxUid(),
                        version.arrivedAt()))
                .thenApply(done -> null);
    }
}
