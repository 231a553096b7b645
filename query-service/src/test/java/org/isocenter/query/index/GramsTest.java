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
import org.isocenter.query.match.Criteria;
import org.isocenter.query.match.Criterion;
import org.isocenter.query.match.MatchOptions;
import org.isocenter.query.match.WildcardPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The index finds by wildcards what the pattern says, no more and no less. */
class GramsTest {

    private static final int STUDIES = 400;
    private static final int PATTERNS = 600;
    private static final int[] LETTERS = {'a', 'b', 'c', ' ', '^', 0xE4, 0x5C71};

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
                int tag = List.of(Tag.PatientName, Tag.StudyDescription, Tag.PatientID, Tag.AccessionNumber)
                        .get(i % 4);
                String pattern = pattern(random);
                Attributes keys = new Attributes();
                keys.setSpecificCharacterSet("ISO_IR 192");
                keys.setString(tag, pattern);
                List<Criterion> criteria = Criteria.of(keys, MatchOptions.BASELINE);
                List<String> expected = studies.stream()
                        .filter(study -> criteria.stream().allMatch(each -> each.matches(study)))
                        .map(study -> study.getString(Tag.StudyInstanceUID))
                        .toList();
                assertThat(index.studies(criteria, List.of(), 0, STUDIES).hits().stream()
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

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest); i >= 0; i--) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder(text(random, 4));
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            pattern.insert(random.nextInt(pattern.length() + 1), random.nextInt(4) == 0 ? '?' : '*');
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
        "s*th, false",
        "smi?h, false"
    })
    void onePieceIsExact(String pattern, boolean exact) {
        assertThat(Grams.of("study.00100010", new WildcardPattern(pattern)))
                .hasValueSatisfying(narrowed -> assertThat(narrowed.exact()).isEqualTo(exact));
    }

    @ParameterizedTest
    @CsvSource({"*s*", "*h", "*m?t*", "???"})
    void tooLittleBetweenWildcards_isLeftToTheTerms(String pattern) {
        assertThat(Grams.of("study.00100010", new WildcardPattern(pattern))).isEmpty();
    }
}
