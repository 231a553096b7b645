/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StudyIndexTest {

    @TempDir
    Path directory;

    private static StudyEvents.Change study(int number, String date, String modality) {
        String uid = "1.2.3." + number;
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        attributes.setString(Tag.StudyDate, date);
        attributes.setString(Tag.PatientID, "P" + number % 2);
        attributes.setString(Tag.PatientName, "Müller^Number" + number);
        Attributes series = new Attributes();
        series.setString(Tag.Modality, modality);
        return new StudyEvents.Change(
                uid,
                new StudySummary(
                        uid,
                        new PatientKey("", "P" + number % 2),
                        attributes,
                        List.of(new SeriesSummary(
                                new SeriesKey(uid, uid + ".1"),
                                series,
                                List.of(UID.CTImageStorage),
                                3,
                                3,
                                100,
                                Instant.EPOCH,
                                Instant.EPOCH)),
                        "test"));
    }

    private static List<String> find(StudyIndex index, int tag, String value) {
        Attributes keys = new Attributes();
        keys.setSpecificCharacterSet("ISO_IR 192");
        keys.setString(tag, value.split("\\\\"));
        return index.studies(Criteria.of(keys, MatchOptions.BASELINE), List.of(), Paging.of(0, 100)).hits().stream()
                .map(hit -> hit.attributes().getString(Tag.StudyInstanceUID))
                .toList();
    }

    private StudyIndex filled() {
        StudyIndex index = StudyIndex.open(directory);
        index.apply(
                List.of(study(1, "20200101", "CT"), study(2, "20220101", "MR"), study(3, "20210101", "CT")),
                Map.of(0, 3L, 1, 7L));
        index.refresh();
        return index;
    }

    @Test
    void studies_youngestFirst() {
        try (StudyIndex index = filled()) {
            assertThat(find(index, Tag.PatientName, "muller*")).containsExactly("1.2.3.2", "1.2.3.3", "1.2.3.1");
            assertThat(find(index, Tag.ModalitiesInStudy, "CT")).containsExactly("1.2.3.3", "1.2.3.1");
            assertThat(find(index, Tag.StudyDate, "20210101-")).containsExactly("1.2.3.2", "1.2.3.3");
        }
    }

    @Test
    void apply_aStudyThatLuceneRefuses_leavesTheOthers() {
        String endless = "1.2." + "3".repeat(40_000);
        StudySummary other = study(4, "20240101", "CT").summary();
        StudyEvents.Change refused = new StudyEvents.Change(
                endless, new StudySummary(endless, other.patient(), other.attributes(), other.series(), other.site()));
        try (StudyIndex index = filled()) {
            index.apply(List.of(refused, study(5, "20250101", "US")), Map.of(0, 9L));
            index.refresh();
            assertThat(find(index, Tag.ModalitiesInStudy, "US")).containsExactly("1.2.3.5");
            assertThat(index.offsets()).containsEntry(0, 9L);
        }
    }

    @Test
    void apply_numbersWithGiganticExponents_doNotFillTheMemory() {
        StudyEvents.Change study = study(4, "20240101", "CT");
        study.summary().attributes().setString(Tag.PatientWeight, VR.DS, "1E999999999");
        try (StudyIndex index = filled()) {
            index.apply(List.of(study), Map.of(0, 9L));
            index.refresh();
            assertThat(find(index, Tag.PatientWeight, "10E999999998")).containsExactly("1.2.3.4");
        }
    }

    @Test
    void apply_aPatientIdWithoutEnd_isFoundByItsBeginning() {
        StudyEvents.Change study = study(4, "20240101", "CT");
        StudySummary given = study.summary();
        StudySummary summary = new StudySummary(
                given.studyInstanceUid(),
                new PatientKey("main", "P".repeat(40_000)),
                given.attributes(),
                given.series(),
                given.site());
        try (StudyIndex index = filled()) {
            index.apply(List.of(new StudyEvents.Change("1.2.3.4", summary)), Map.of(0, 9L));
            index.refresh();
            assertThat(index.totals("1.2.3.4").studies()).isEqualTo(1);
        }
    }

    @Test
    void studies_moreValuesOrWildcardsThanLuceneBears_isAnInvalidQuery() {
        String values = IntStream.range(0, 2000).mapToObj(each -> "A" + each).collect(Collectors.joining("\\"));
        try (StudyIndex index = filled()) {
            assertThatThrownBy(() -> find(index, Tag.PatientID, values)).isInstanceOf(InvalidQueryException.class);
            assertThatThrownBy(() -> find(index, Tag.PatientName, "*a?".repeat(15_000)))
                    .isInstanceOf(InvalidQueryException.class);
        }
    }

    @Test
    void studies_pages() {
        try (StudyIndex index = filled()) {
            Page first = index.studies(List.of(), List.of(), Paging.of(0, 2));
            assertThat(first.hits()).hasSize(2);
            assertThat(first.more()).isTrue();
            Page second = index.studies(List.of(), List.of(), Paging.of(2, 2));
            assertThat(second.hits()).hasSize(1);
            assertThat(second.more()).isFalse();
        }
    }

    @Test
    void totals_ofPatient() {
        try (StudyIndex index = filled()) {
            assertThat(index.totals("1.2.3.1")).isEqualTo(new PatientTotals(2, 2, 6));
            assertThat(index.totals("1.2.3.9")).isEqualTo(new PatientTotals(0, 0, 0));
        }
    }

    @Test
    void apply_changedAndGone() {
        try (StudyIndex index = filled()) {
            index.apply(List.of(study(1, "20230101", "US"), new StudyEvents.Change("1.2.3.2", null)), Map.of(0, 5L));
            index.refresh();
            assertThat(find(index, Tag.ModalitiesInStudy, "US")).containsExactly("1.2.3.1");
            assertThat(find(index, Tag.ModalitiesInStudy, "MR")).isEmpty();
            assertThat(index.size()).isEqualTo(2);
        }
    }

    @Test
    void open_afterClose_goesOnWhereItWas() {
        filled().close();
        try (StudyIndex index = StudyIndex.open(directory)) {
            assertThat(index.offsets()).isEqualTo(Map.of(0, 3L, 1, 7L));
            assertThat(index.size()).isEqualTo(3);
        }
    }

    @Test
    void open_damagedDirectory_beginsAnew() throws IOException {
        filled().close();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("write.lock")) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = bytes.length / 3; i < bytes.length; i += 7) {
                        bytes[i] ^= 0x55;
                    }
                    Files.write(file, bytes);
                }
            }
        }
        try (StudyIndex index = StudyIndex.open(directory)) {
            assertThat(index.offsets()).isEmpty();
            assertThat(index.size()).isZero();
            index.apply(List.of(study(1, "20200101", "CT")), Map.of(0, 1L));
            index.refresh();
            assertThat(index.size()).isEqualTo(1);
        }
    }
}
