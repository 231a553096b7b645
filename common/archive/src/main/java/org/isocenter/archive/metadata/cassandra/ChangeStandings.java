/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.List;
import java.util.Optional;

import org.isocenter.archive.contention.Contention;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.Rejection;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/**
 * Changes how it stands with instances of one series: one light-weight transaction, for they are one partition. A row that is not
 * there counts as one without values, and is made.
 */
final class ChangeStandings {

    private final CqlSession session;
    private final PreparedStatement statement;

    ChangeStandings(CqlSession session) {
        this.session = session;
        statement = session.prepare("UPDATE instances SET standing = ?, state = ?, rejected_for = ?, rejected_at = ?,"
                + " rejected_by = ?, rejection_note = ?, erased_bucket = ?, erased_key = ?, erased_stored_at = ?,"
                + " erased_written_at = ? WHERE study_uid = ? AND series_uid = ? AND sop_uid = ? IF standing = ?");
    }

    /** Whether all were changed. One that timed out may be: then this is told as not done when it is repeated, and was. */
    boolean execute(List<InstanceStanding> next) {
        Contention.LIGHT_WEIGHT_TRANSACTION.add();
        return session.execute(BatchStatement.newInstance(DefaultBatchType.UNLOGGED)
                        .addAll(next.stream().map(this::of).toList())
                        .setIdempotent(false))
                .wasApplied();
    }

    private BoundStatement of(InstanceStanding next) {
        Optional<Rejection> rejection = next.rejection();
        Optional<KeptContent> erased = next.erased();
        return statement.bind(
                next.changes(),
                next.state() == InstanceState.ACTIVE ? null : InstanceRow.code(next.state()),
                rejection.map(each -> each.reason().codeValue()).orElse(null),
                rejection.map(Rejection::at).orElse(null),
                rejection.map(Rejection::by).orElse(null),
                rejection.map(Rejection::note).orElse(null),
                erased.map(each -> each.location().bucket()).orElse(null),
                erased.map(each -> each.location().key()).orElse(null),
                erased.map(KeptContent::storedAt).orElse(null),
                erased.map(KeptContent::writtenAt).orElse(null),
                next.uids().studyInstanceUid(),
                next.uids().seriesInstanceUid(),
                next.uids().sopInstanceUid(),
                next.changes() == 1 ? null : next.changes() - 1);
    }
}
