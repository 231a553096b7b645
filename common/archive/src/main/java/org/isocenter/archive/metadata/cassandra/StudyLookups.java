/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Tag;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** Which studies does this patient, or this order, have? */
final class StudyLookups {

    private final CqlSession session;
    private final PreparedStatement byPatient;
    private final PreparedStatement byAccession;
    private final PreparedStatement issuers;
    private final PreparedStatement forgetPatient;
    private final PreparedStatement forgetAccession;

    StudyLookups(CqlSession session) {
        this.session = session;
        byPatient = session.prepare("SELECT study_uid FROM studies_by_patient WHERE issuer = ? AND patient_id = ?");
        byAccession =
                session.prepare("SELECT study_uid FROM studies_by_accession WHERE issuer = ? AND accession_number = ?");
        issuers = session.prepare("SELECT issuer FROM issuers_by_patient WHERE patient_id = ?");
        forgetPatient =
                session.prepare("DELETE FROM studies_by_patient WHERE issuer = ? AND patient_id = ? AND study_uid = ?");
        forgetAccession = session.prepare(
                "DELETE FROM studies_by_accession WHERE issuer = ? AND accession_number = ? AND study_uid = ?");
    }

    List<String> issuers(String patientId) {
        List<String> found = new ArrayList<>();
        session.execute(issuers.bind(patientId)).forEach(row -> found.add(row.getString(0)));
        return found;
    }

    List<String> byPatient(PatientKey patient) {
        return studies(byPatient, patient.issuer(), patient.patientId());
    }

    List<String> byAccession(String issuer, String accessionNumber) {
        return studies(byAccession, issuer, accessionNumber);
    }

    private List<String> studies(PreparedStatement statement, String first, String second) {
        List<String> found = new ArrayList<>();
        session.execute(statement.bind(first, second)).forEach(row -> found.add(row.getString(0)));
        return found;
    }

    /** Deletes those that a study has no more. */
    CompletionStage<Void> forget(StudySummary before, StudySummary now) {
        List<BoundStatement> deletions = new ArrayList<>();
        PatientKey patient = before.patient();
        if (!patient.equals(now.patient())) {
            deletions.add(forgetPatient.bind(patient.issuer(), patient.patientId(), before.studyInstanceUid()));
        }
        String accession = before.attributes().getString(Tag.AccessionNumber);
        boolean isSame = patient.issuer().equals(now.patient().issuer())
                && Objects.equals(accession, now.attributes().getString(Tag.AccessionNumber));
        if (accession != null && accession.length() <= InsertStudy.LONGEST_KEY && !isSame) {
            deletions.add(forgetAccession.bind(patient.issuer(), accession, before.studyInstanceUid()));
        }
        return deletions.isEmpty() ? CompletableFuture.completedFuture(null) : Batch.execute(session, deletions);
    }
}
