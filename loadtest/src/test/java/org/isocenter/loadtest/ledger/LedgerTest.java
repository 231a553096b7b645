/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.isocenter.loadtest.study.ImageKind;
import org.isocenter.loadtest.study.LoadInstance;
import org.isocenter.loadtest.study.StudyBatch;
import org.isocenter.loadtest.study.StudyGenerator;
import org.isocenter.loadtest.study.StudyShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerTest {

    @TempDir
    private Path folder;

    private final StudyBatch study =
            new StudyGenerator(8, List.of(StudyShape.of(ImageKind.CT, 1, 6).withSize(1, 16, 16)), 0).next();

    @Test
    void read_everyOutcome_isKnown() throws Exception {
        Path file = folder.resolve("ledger.txt");
        try (LedgerWriter writer = LedgerWriter.open(file)) {
            for (int i = 0; i < 5; i++) {
                writer.begun(study.instance(i));
            }
            writer.stored(study.instance(0));
            writer.refused(study.instance(1));
            writer.unknown(study.instance(2));
            writer.unknown(study.instance(3));
            writer.refused(study.instance(3));
            assertThat(writer.storedCount()).isOne();
            assertThat(writer.unknownCount()).isEqualTo(2);
        }

        LedgerStudy read = single(file);

        assertThat(state(read, 0)).isEqualTo(LedgerStudy.State.STORED);
        assertThat(state(read, 1)).isEqualTo(LedgerStudy.State.REFUSED);
        assertThat(state(read, 2)).isEqualTo(LedgerStudy.State.UNKNOWN);
        // a second attempt that is refused says nothing of the first
        assertThat(state(read, 3)).isEqualTo(LedgerStudy.State.UNKNOWN);
        // begun, and then the generator was killed
        assertThat(state(read, 4)).isEqualTo(LedgerStudy.State.UNKNOWN);
        assertThat(read.instances().get(study.instance(0).sopInstanceUid()).digest())
                .isEqualTo(study.instance(0).digest().get());
        assertThat(read.patientId()).isEqualTo(study.facts().patientId());
    }

    @Test
    void read_storedAfterUnknown_isStored() throws Exception {
        Path file = folder.resolve("ledger.txt");
        try (LedgerWriter writer = LedgerWriter.open(file)) {
            writer.begun(study.instance(0));
            writer.unknown(study.instance(0));
            writer.stored(study.instance(0));
            writer.unknown(study.instance(0));
        }

        assertThat(state(single(file), 0)).isEqualTo(LedgerStudy.State.STORED);
    }

    @Test
    void open_lastLineCutOff_goesOnBehindIt() throws Exception {
        Path file = folder.resolve("ledger.txt");
        try (LedgerWriter writer = LedgerWriter.open(file)) {
            writer.begun(study.instance(0));
            writer.stored(study.instance(0));
            writer.begun(study.instance(1));
        }
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 10));
        try (LedgerWriter writer = LedgerWriter.open(file)) {
            writer.begun(study.instance(2));
            writer.stored(study.instance(2));
        }

        LedgerStudy read = single(file);

        assertThat(read.instances()).hasSize(2);
        assertThat(read.count(LedgerStudy.State.STORED)).isEqualTo(2);
    }

    @Test
    void stored_threadIsInterrupted_isWrittenAndSoAreOthers() throws Exception {
        Path file = folder.resolve("ledger.txt");
        try (LedgerWriter writer = LedgerWriter.open(file)) {
            Thread.currentThread().interrupt();
            writer.begun(study.instance(0));
            writer.stored(study.instance(0));
            assertThat(Thread.interrupted()).isTrue();
            writer.begun(study.instance(1));
            writer.stored(study.instance(1));
        }

        assertThat(single(file).count(LedgerStudy.State.STORED)).isEqualTo(2);
    }

    @Test
    void open_noLedger_saysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("other.txt"), "something else\n", StandardOpenOption.CREATE);

        assertThatThrownBy(() -> LedgerReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no ledger");
    }

    private LedgerStudy.State state(LedgerStudy read, int number) throws IOException {
        LoadInstance instance = study.instance(number);
        return read.instances().get(instance.sopInstanceUid()).state();
    }

    private static LedgerStudy single(Path file) throws IOException {
        try (LedgerReader reader = LedgerReader.open(file)) {
            return reader.studies(0).iterator().next();
        }
    }
}
