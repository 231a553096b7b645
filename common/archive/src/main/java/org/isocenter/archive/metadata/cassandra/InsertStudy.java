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

    /** VR SH has 16 characters, LO 64; a longer accession number is nobody's order, and Cassandra's keys are bounded. */
    static final int LONGEST_KEY = 256;

    /** Bytes; Cassandra takes mutations of up to half a segment of its commit log. */
    private static final int LONGEST_MUTATION = 1 << 20;

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

    /** Study and series, one partition key, are seen together if they are not too long; what is first written of more is series. */
    CompletionStage<Void> execute(StudySummary summary) {
        CompletionStage<Void> found = writeLookups(summary);
        CompletionStage<Void> written = CompletableFuture.completedStage(null);
        List<BoundStatement> next = new ArrayList<>();
        int length = 0;
        for (SeriesSummary each : summary.series()) {
            byte[] encoded = SummaryCodec.encode(each);
            if (length + encoded.length > LONGEST_MUTATION) {
                List<BoundStatement> full = next;
                written = written.thenCompose(done -> Batch.execute(session, full));
                next = new ArrayList<>();
                length = 0;
            }
            next.add(series.bind(summary.studyInstanceUid(), each.key().seriesInstanceUid(), Blobs.of(encoded)));
            length += encoded.length;
        }
        next.add(study.bind(
                summary.studyInstanceUid(),
                summary.patient().issuer(),
                summary.patient().patientId(),
                summary.site(),
                Blobs.of(SummaryCodec.encodeStudyLevel(summary)),
                Instant.now()));
        List<BoundStatement> last = next;
        return written.thenCompose(done -> Batch.execute(session, last)).thenCombine(found, (one, other) -> null);
    }

    private CompletionStage<Void> writeLookups(StudySummary summary) {
        List<BoundStatement> lookups = lookups(summary);
        if (summary.patient().patientId().length() <= LONGEST_KEY) {
            return Batch.execute(session, lookups);
        }
        CompletionStage<Void> written = CompletableFuture.completedStage(null);
        for (BoundStatement each : lookups) {
            written = written.thenCompose(done -> Batch.execute(session, List.of(each)));
        }
        return written;
    }

    private List<BoundStatement> lookups(StudySummary summary) {
        String issuer = summary.patient().issuer();
        String patientId = summary.patient().patientId();
        List<BoundStatement> lookups = new ArrayList<>();
        lookups.add(byPatient.bind(issuer, patientId, summary.studyInstanceUid()));
        lookups.add(issuers.bind(patientId, issuer));
        String accessionNumber = summary.attributes().getString(Tag.AccessionNumber);
        if (accessionNumber != null && accessionNumber.length() <= LONGEST_KEY) {
            lookups.add(byAccession.bind(issuer, accessionNumber, summary.studyInstanceUid()));
        }
        return lookups;
    }
}
