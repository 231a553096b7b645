/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.MatchOptions;
import org.isocenter.service.match.WildcardPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The index finds by wildcards what the pattern says, no more and no less. */
class GramsTest {

    private static final int STUDIES = 400;
    private static final int PATTERNS = 600;
    private static final List<Integer> TAGS =
            List.of(Tag.PatientName, Tag.StudyDescription, Tag.PatientID, Tag.AccessionNumber, Tag.OtherPatientIDs);
    private static final int[] LETTERS = {'a', 'b', 'c', ' ', '^', 0xE4, 0x5C71, 0x20BB7};

    @TempDir
    Path directory;

    @Test
    void randomPatterns_findWhatTheySay() {
        Random random = new Random(20261125);
        List<Attributes> studies = new ArrayList<>();
        try (StudyIndex index = StudyIndex.open(directory)) {
            List<StudyEvents.Change> changes = new ArrayList<>();
            for (int i = 0; i < STUDIES; i++) {
                Attributes attributes = study("1.2." + i, random);
                studies.add(attributes);
                changes.add(change(attributes));
            }
            index.apply(changes, Map.of());
            index.refresh();
            int found = 0;
            for (int i = 0; i < PATTERNS; i++) {
                int tag = TAGS.get(i % TAGS.size());
                String pattern = pattern(random);
                Attributes keys = new Attributes();
                keys.setSpecificCharacterSet("ISO_IR 192");
                keys.setString(tag, pattern);
                List<Criterion> criteria = Criteria.of(keys, MatchOptions.BASELINE);
                List<String> expected = studies.stream()
                        .filter(study -> criteria.stream().allMatch(each -> each.matches(study)))
                        .map(study -> study.getString(Tag.StudyInstanceUID))
                        .toList();
                assertThat(index.studies(criteria, List.of(), Paging.of(0, STUDIES)).hits().stream()
                                .map(hit -> hit.attributes().getString(Tag.StudyInstanceUID)))
                        .as("%s in %x", pattern, tag)
                        .containsExactlyInAnyOrderElementsOf(expected);
                found += expected.size();
            }
            assertThat(found).as("patterns that find something").isGreaterThan(PATTERNS);
        }
    }

    private static Attributes study(String uid, Random random) {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        attributes.setString(Tag.StudyInstanceUID, uid);
        attributes.setString(Tag.StudyDate, "2026010" + (1 + random.nextInt(9)));
        attributes.setString(Tag.PatientName, text(random, 7) + "=" + text(random, 4));
        attributes.setString(Tag.StudyDescription, text(random, 9));
        attributes.setString(Tag.OtherPatientIDs, VR.LO, text(random, 6), text(random, 6), text(random, 6));
        attributes.setString(Tag.PatientID, text(random, 3));
        attributes.setString(Tag.AccessionNumber, text(random, 12));
        return attributes;
    }

    private static StudyEvents.Change change(Attributes attributes) {
        String uid = attributes.getString(Tag.StudyInstanceUID);
        return new StudyEvents.Change(
                uid,
                new StudySummary(
                        uid,
                        new PatientKey("", "P"),
                        attributes,
                        List.of(new SeriesSummary(
                                new SeriesKey(uid, uid + ".1"),
                                new Attributes(),
                                List.of(UID.CTImageStorage),
                                1,
                                1,
                                1,
                                Instant.EPOCH,
                                Instant.EPOCH)),
                        "test"));
    }

    @Test
    void phrase_doesNotGoOnInTheNextValue() {
        Attributes study = study("1.2.3", new Random(1));
        study.setString(Tag.OtherPatientIDs, VR.LO, "12345", "67890");
        try (StudyIndex index = StudyIndex.open(directory)) {
            index.apply(List.of(change(study)), Map.of());
            index.refresh();
            for (String pattern : List.of("*345678*", "12345678*", "*45678*", "*5678*")) {
                assertThat(index.studies(
                                        List.of(new Criterion.Text(
                                                Tag.OtherPatientIDs, List.of(new WildcardPattern(pattern)))),
                                        List.of(),
                                        Paging.of(0, 9))
                                .hits())
                        .as(pattern)
                        .isEmpty();
            }
        }
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest); i >= 0; i--) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static String pattern(Random random) {
        int[] letters = text(random, 1 + random.nextInt(8)).codePoints().toArray();
        StringBuilder pattern = new StringBuilder();
        int first = random.nextInt(letters.length + 1);
        int second = random.nextInt(letters.length + 1);
        for (int i = 0; i <= letters.length; i++) {
            if (i == first || i == second) {
                pattern.append(random.nextInt(4) == 0 ? '?' : '*');
            }
            if (i < letters.length) {
                pattern.appendCodePoint(letters[i]);
            }
        }
        return pattern.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "sm*, true",
        "smi*, true",
        "smith*, true",
        "*mit*, true",
        "*ith, true",
        "*th*, true",
        "s*, true",
        "smi*ith, false",
        "smi?ith, false"
    })
    void onePieceIsExact(String pattern, boolean exact) {
        assertThat(Grams.of("study.00100010", new WildcardPattern(pattern), Grams.Parts.GRAMS))
                .hasValueSatisfying(narrowed -> assertThat(narrowed.exact()).isEqualTo(exact));
    }

    @Test
    void oneLetter_isATermWhereLettersAre() {
        assertThat(Grams.of("study.00100010", new WildcardPattern("*s*"), Grams.Parts.GRAMS_AND_LETTERS))
                .hasValueSatisfying(narrowed -> assertThat(narrowed.exact()).isTrue());
        assertThat(Grams.of("study.00100010", new WildcardPattern("*s*t*"), Grams.Parts.GRAMS_AND_LETTERS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*s*", "*h", "*m?t*", "???", "s*th", "smi?h", "*\uFFFFsmi*"})
    void tooLittleBetweenWildcards_isLeftToTheTerms(String pattern) {
        assertThat(Grams.of("study.00100010", new WildcardPattern(pattern), Grams.Parts.GRAMS))
                .isEmpty();
    }
}
