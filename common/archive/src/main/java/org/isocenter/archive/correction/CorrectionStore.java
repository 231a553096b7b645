/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.PatientKey;

/**
 * The port to corrections. Stages, and methods that block, fail with {@link ArchiveException} STORAGE_UNAVAILABLE. What was
 * appended is seen by every read that begins after. Safe for use by many threads.
 */
public interface CorrectionStore {

    /** The most records of a study, or of a patient. */
    int MOST_RECORDS = 1000;

    /** Nothing is corrected; nothing can be recorded. */
    CorrectionStore NONE = new NoCorrections();

    /** What is corrected of a study, by one read. */
    CompletionStage<StudyCorrections> ofStudy(String studyInstanceUid);

    /** The records of a patient. */
    CorrectionHistory ofPatient(PatientKey patient);

    /**
     * Appends a record to those of a study.
     *
     * @param correction whose number is 0
     * @return the record with its number; the same if its id is recorded already
     * @throws ArchiveException LIMIT_EXCEEDED if there are too many, or it is too long
     */
    Correction append(String studyInstanceUid, Correction correction);

    /**
     * Appends a record to those of a patient.
     *
     * @param correction whose number is 0
     * @return the record with its number; the same if its id is recorded already
     * @throws ArchiveException LIMIT_EXCEEDED if there are too many, or it is too long
     */
    Correction append(PatientKey patient, Correction correction);

    /** Replaces the copy of the corrections of its patient that a study has. */
    CompletionStage<Void> copyToStudy(String studyInstanceUid, List<Correction> ofPatient);

    /** Waits for a stage of this port, and fails as it does. */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException known) {
                throw known;
            }
            throw e;
        }
    }
}
