/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.PatientKey;

/** Corrections in memory. */
public final class InMemoryCorrections implements CorrectionStore {

    private final Map<Object, List<Correction>> records = new HashMap<>();
    private final Map<String, List<Correction>> copies = new HashMap<>();

    @Override
    public synchronized CompletionStage<StudyCorrections> ofStudy(String studyInstanceUid) {
        StudyCorrections own = StudyCorrections.of(history(studyInstanceUid));
        List<Correction> copy = copies.get(studyInstanceUid);
        return CompletableFuture.completedFuture(copy == null ? own : own.withPatient(copy));
    }

    private CorrectionHistory history(Object key) {
        return new CorrectionHistory(records.getOrDefault(key, List.of()));
    }

    @Override
    public synchronized CorrectionHistory ofPatient(PatientKey patient) {
        return history(patient);
    }

    @Override
    public Correction append(String studyInstanceUid, Correction correction) {
        return appendTo(studyInstanceUid, correction);
    }

    @Override
    public Correction append(PatientKey patient, Correction correction) {
        return appendTo(patient, correction);
    }

    private synchronized Correction appendTo(Object key, Correction correction) {
        List<Correction> known = records.computeIfAbsent(key, missing -> new ArrayList<>());
        Optional<Correction> recorded =
                known.stream().filter(each -> each.id().equals(correction.id())).findFirst();
        if (recorded.isPresent()) {
            return recorded.get();
        }
        if (known.size() >= MOST_RECORDS || CorrectionCodec.encode(correction).length > 64 << 10) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "too many, or too long");
        }
        Correction numbered = correction.numbered(known.size() + 1);
        known.add(numbered);
        return numbered;
    }

    @Override
    public synchronized CompletionStage<Void> copyToStudy(String studyInstanceUid, List<Correction> ofPatient) {
        copies.put(studyInstanceUid, List.copyOf(ofPatient));
        return CompletableFuture.completedFuture(null);
    }
}
