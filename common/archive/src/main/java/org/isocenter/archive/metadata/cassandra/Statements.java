/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;

/** All statements, prepared on one session. */
record Statements(
        CqlSession session,
        InsertInstance insertInstance,
        SelectInstance selectInstance,
        SelectInstancesOfSeries selectInstancesOfSeries,
        SelectInstanceAttributes selectInstanceAttributes,
        SelectInstanceFacts selectInstanceFacts,
        SelectInstanceLocations selectInstanceLocations,
        SelectVersions selectVersions,
        InsertSeriesKey insertSeriesKey,
        SelectSeriesOfStudy selectSeriesOfStudy,
        Arrivals arrivals,
        InsertQuarantined insertQuarantined,
        SelectQuarantined selectQuarantined,
        InsertStudy insertStudy,
        DeleteStudy deleteStudy,
        SelectStudy selectStudy,
        StudyLookups lookups,
        CorrectionRows studyCorrections,
        CorrectionRows patientCorrections) {

    Statements(CqlSession session) {
        this(session, new Arrivals(session));
    }

    private Statements(CqlSession session, Arrivals arrivals) {
        this(
                session,
                new InsertInstance(session, new InsertVersion(session)),
                new SelectInstance(session),
                new SelectInstancesOfSeries(session),
                new SelectInstanceAttributes(session),
                new SelectInstanceFacts(session),
                new SelectInstanceLocations(session),
                new SelectVersions(session),
                new InsertSeriesKey(session, arrivals),
                new SelectSeriesOfStudy(session),
                arrivals,
                new InsertQuarantined(session),
                new SelectQuarantined(session),
                new InsertStudy(session),
                new DeleteStudy(session),
                new SelectStudy(session),
                new StudyLookups(session),
                CorrectionRows.ofStudies(session),
                CorrectionRows.ofPatients(session));
    }
}
