/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionCodec;
import org.isocenter.archive.correction.CorrectionHistory;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.PatientKey;

/** Corrections in Cassandra. A number is won by a light-weight transaction; reads are plain. Safe for use by many threads. */
public final class CassandraCorrectionStore implements CorrectionStore {

    /** Under this number a study has the copy of its patient's corrections. */
    private static final int COPY = 0;

    /** Bytes. */
    private static final int LONGEST_RECORD = 64 << 10;

    private static final int ATTEMPTS = 50;

    private final CassandraConnection connection;

    /** On a connection that somebody else closes. */
    public CassandraCorrectionStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public CompletionStage<StudyCorrections> ofStudy(String studyInstanceUid) {
        return later(() -> connection
                .statements()
                .studyCorrections()
                .select(studyInstanceUid)
                .thenApply(CassandraCorrectionStore::corrections));
    }

    private static StudyCorrections corrections(SortedMap<Integer, byte[]> rows) {
        byte[] copy = rows.get(COPY);
        StudyCorrections own = StudyCorrections.of(history(rows));
        return copy == null ? own : own.withPatient(CorrectionCodec.decodeAll(copy));
    }

    private static CorrectionHistory history(SortedMap<Integer, byte[]> rows) {
        SortedMap<Integer, byte[]> records = rows.tailMap(COPY + 1);
        return records.isEmpty()
                ? CorrectionHistory.EMPTY
                : new CorrectionHistory(
                        records.values().stream().map(CorrectionCodec::decode).toList());
    }

    @Override
    public CorrectionHistory ofPatient(PatientKey patient) {
        return history(CorrectionStore.await(later(
                () -> connection.statements().patientCorrections().select(patient.issuer(), patient.patientId()))));
    }

    @Override
    public Correction append(String studyInstanceUid, Correction correction) {
        return append(connection.statements().studyCorrections(), correction, studyInstanceUid);
    }

    @Override
    public Correction append(PatientKey patient, Correction correction) {
        return append(connection.statements().patientCorrections(), correction, patient.issuer(), patient.patientId());
    }

    private static Correction append(CorrectionRows rows, Correction correction, Object... key) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SortedMap<Integer, byte[]> known = CorrectionStore.await(later(() -> rows.select(key)));
            Optional<Correction> recorded = history(known).records().stream()
                    .filter(each -> each.id().equals(correction.id()))
                    .findFirst();
            if (recorded.isPresent()) {
                // by an attempt that was not answered in time
                return recorded.get();
            }
            int number = known.isEmpty() ? COPY + 1 : known.lastKey() + 1;
            if (number > MOST_RECORDS) {
                throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "There are too many corrections already.");
            }
            Correction numbered = correction.numbered(number);
            if (insert(rows, numbered, key)) {
                return numbered;
            }
        }
        throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Others correct the same at the same time.");
    }

    private static boolean insert(CorrectionRows rows, Correction correction, Object... key) {
        byte[] record = CorrectionCodec.encode(correction);
        if (record.length > LONGEST_RECORD) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "The correction is too long to be kept.");
        }
        try {
            return rows.insert(correction.number(), record, key);
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    @Override
    public CompletionStage<Void> copyToStudy(String studyInstanceUid, List<Correction> ofPatient) {
        return later(() -> connection
                .statements()
                .studyCorrections()
                .replace(COPY, CorrectionCodec.encodeAll(ofPatient), studyInstanceUid));
    }

    private static <T> CompletionStage<T> later(Supplier<CompletionStage<T>> statement) {
        CompletionStage<T> stage;
        try {
            stage = statement.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(CassandraFailure.of(e));
        }
        return stage.exceptionally(failure -> {
            throw new CompletionException(CassandraFailure.of(failure));
        });
    }
}
