/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/**
 * Commits an instance: its row, without its state, which others write, and the version that finds it by its UID. Both go in one unlogged batch if they are
 * short: a request and a flush of the commit log in place of two; either is harmless without the other, and success means both.
 */
final class InsertInstance {

    /** Of attributes and indexes, so that the whole stays below the 5 KiB of {@link Batch}. */
    private static final int LARGEST_BATCH = 4 << 10;

    private final CqlSession session;
    private final PreparedStatement statement;
    private final InsertVersion insertVersion;

    InsertInstance(CqlSession session, InsertVersion insertVersion) {
        this.session = session;
        this.insertVersion = insertVersion;
        statement = session.prepare("INSERT INTO instances (study_uid, series_uid, " + InstanceRow.CONTENT
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    CompletionStage<Void> execute(StoredInstance instance) {
        BoundStatement row = statement.bind(
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
                Blobs.of(instance.attributes()),
                Blobs.of(instance.bulk()),
                Blobs.of(instance.frames()));
        BoundStatement version = insertVersion.of(instance);
        if (instance.attributes().length + instance.bulk().length + instance.frames().length > LARGEST_BATCH) {
            return session.executeAsync(row).thenCombine(session.executeAsync(version), (one, other) -> null);
        }
        return Batch.execute(session, List.of(row, version));
    }
}
