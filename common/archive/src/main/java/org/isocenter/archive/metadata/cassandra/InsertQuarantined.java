/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionStage;

import org.isocenter.archive.metadata.QuarantinedInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Notes what was not taken in. */
final class InsertQuarantined {

    private final CqlSession session;
    private final PreparedStatement statement;

    InsertQuarantined(CqlSession session) {
        this.session = session;
        statement = session.prepare("INSERT INTO quarantine (study_uid, sop_uid, digest, series_uid, bucket,"
                + " object_key, reason, source_aet, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    CompletionStage<Void> execute(QuarantinedInstance quarantined) {
        return session.executeAsync(statement.bind(
                        quarantined.uids().studyInstanceUid(),
                        quarantined.uids().sopInstanceUid(),
                        Blobs.of(quarantined.digest()),
                        quarantined.uids().seriesInstanceUid(),
                        quarantined.location().bucket(),
                        quarantined.location().key(),
                        quarantined.reason(),
                        quarantined.sourceAet(),
                        quarantined.receivedAt()))
                .thenApply(done -> null);
    }
}
