/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.PatientKey;

/** Where nothing is corrected. */
final class NoCorrections implements CorrectionStore {

    @Override
    public CompletionStage<StudyCorrections> ofStudy(String studyInstanceUid) {
        return CompletableFuture.completedFuture(StudyCorrections.NONE);
    }

    @Override
    public CorrectionHistory ofPatient(PatientKey patient) {
        return CorrectionHistory.EMPTY;
    }

    @Override
    public Correction append(String studyInstanceUid, Correction correction) {
        throw new UnsupportedOperationException("nothing is corrected here");
    }

    @Override
    public Correction append(PatientKey patient, Correction correction) {
        throw new UnsupportedOperationException("nothing is corrected here");
    }

    @Override
    public CompletionStage<Void> copyToStudy(String studyInstanceUid, List<Correction> ofPatient) {
        return CompletableFuture.completedFuture(null);
    }
}
