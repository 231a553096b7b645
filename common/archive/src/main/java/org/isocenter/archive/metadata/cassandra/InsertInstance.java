/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Commits an instance. */
final class InsertInstance {

    private final CqlSession session;
    private final PreparedStatement statement;

    InsertInstance(CqlSession session) {
        this.session = session;
        statement = session.prepare("INSERT INTO instances (study_uid, series_uid, " + InstanceRow.COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    CompletionStage<Void> execute(StoredInstance instance) {
        return session.executeAsync(statement.bind(
                        instance.uids().studyInstanceUid(),
                        instance.uids().seriesInstanceUid(),
                        instance.uids().sopInstanceUid(),
                        instance.sopClassUid(),
                        instance.transferSyntaxUid(),
                        instance.location().bucket(),
                        instance.location().key(),
                        Blobs.of(instance.digest()),
                        instance.datasetOffset(),
                        instance.objectSize(),
                        instance.numberOfFrames(),
                        instance.storedAt(),
                        instance.sourceAet(),
                        instance.site(),
                        InstanceRow.code(instance.state()),
                        Blobs.of(instance.attributes()),
                        Blobs.of(instance.bulk()),
                        Blobs.of(instance.frames())))
                .thenApply(done -> null);
    }
}
