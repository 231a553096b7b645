/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Tag;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Removes what searches show of a study; the opposite of {@link InsertStudy}. */
final class DeleteStudy {

    private final CqlSession session;
    private final PreparedStatement study;
    private final PreparedStatement series;
    private final PreparedStatement byPatient;
    private final PreparedStatement byAccession;

    DeleteStudy(CqlSession session) {
        this.session = session;
        study = session.prepare("DELETE FROM studies WHERE study_uid = ?");
        series = session.prepare("DELETE summary FROM series WHERE study_uid = ? AND series_uid = ?");
        byPatient =
                session.prepare("DELETE FROM studies_by_patient WHERE issuer = ? AND patient_id = ? AND study_uid = ?");
        byAccession = session.prepare(
                "DELETE FROM studies_by_accession WHERE issuer = ? AND accession_number = ? AND study_uid = ?");
    }

    CompletionStage<Void> seriesSummary(SeriesKey key) {
        return Batch.execute(session, List.of(series.bind(key.studyInstanceUid(), key.seriesInstanceUid())));
    }

    /** The study and its series are one partition key, so they go together. */
    CompletionStage<Void> execute(StudySummary summary) {
        List<BoundStatement> summaries = new ArrayList<>();
        summaries.add(study.bind(summary.studyInstanceUid()));
        for (SeriesSummary each : summary.series()) {
            summaries.add(series.bind(each.key().studyInstanceUid(), each.key().seriesInstanceUid()));
        }
        String issuer = summary.patient().issuer();
        List<BoundStatement> lookups = new ArrayList<>();
        lookups.add(byPatient.bind(issuer, summary.patient().patientId(), summary.studyInstanceUid()));
        String accessionNumber = summary.attributes().getString(Tag.AccessionNumber);
        if (accessionNumber != null && accessionNumber.length() <= InsertStudy.LONGEST_KEY) {
            lookups.add(byAccession.bind(issuer, accessionNumber, summary.studyInstanceUid()));
        }
        return Batch.execute(session, lookups).thenCompose(done -> Batch.execute(session, summaries));
    }
}
