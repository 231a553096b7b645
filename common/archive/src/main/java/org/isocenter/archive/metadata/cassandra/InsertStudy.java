/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.metadata.SummaryCodec;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Tag;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Writes what searches show of a study, and the rows that find it. */
final class InsertStudy {

    /** VR SH has 16; a longer key than this is nobody's order, and Cassandra's keys are bounded. */
    private static final int MAX_ACCESSION_NUMBER = 256;

    private final CqlSession session;
    private final PreparedStatement study;
    private final PreparedStatement series;
    private final PreparedStatement byPatient;
    private final PreparedStatement issuers;
    private final PreparedStatement byAccession;

    InsertStudy(CqlSession session) {
        this.session = session;
        study = session.prepare("INSERT INTO studies (study_uid, issuer, patient_id, site, summary, projected_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
        series = session.prepare("INSERT INTO series (study_uid, series_uid, summary) VALUES (?, ?, ?)");
        byPatient = session.prepare("INSERT INTO studies_by_patient (issuer, patient_id, study_uid) VALUES (?, ?, ?)");
        issuers = session.prepare("INSERT INTO issuers_by_patient (patient_id, issuer) VALUES (?, ?)");
        byAccession = session.prepare(
                "INSERT INTO studies_by_accession (issuer, accession_number, study_uid) VALUES (?, ?, ?)");
    }

    /** The series first, the study last: a study that is found has its series. */
    CompletionStage<Void> execute(StudySummary summary) {
        String studyInstanceUid = summary.studyInstanceUid();
        String issuer = summary.patient().issuer();
        List<BoundStatement> first = new ArrayList<>();
        for (SeriesSummary each : summary.series()) {
            first.add(
                    series.bind(studyInstanceUid, each.key().seriesInstanceUid(), Blobs.of(SummaryCodec.encode(each))));
        }
        first.add(byPatient.bind(issuer, summary.patient().patientId(), studyInstanceUid));
        first.add(issuers.bind(summary.patient().patientId(), issuer));
        String accessionNumber = summary.attributes().getString(Tag.AccessionNumber);
        if (accessionNumber != null && accessionNumber.length() <= MAX_ACCESSION_NUMBER) {
            first.add(byAccession.bind(issuer, accessionNumber, studyInstanceUid));
        }
        CompletableFuture<?>[] written = first.stream()
                .map(each -> session.executeAsync(each).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(written)
                .thenCompose(done -> session.executeAsync(study.bind(
                        studyInstanceUid,
                        issuer,
                        summary.patient().patientId(),
                        summary.site(),
                        Blobs.of(SummaryCodec.encodeStudyLevel(summary)),
                        Instant.now())))
                .thenApply(done -> null);
    }
}
