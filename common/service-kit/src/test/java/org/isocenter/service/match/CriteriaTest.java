/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CriteriaTest {

    private static final MatchOptions EMPTY_VALUES = new MatchOptions(false, false, true, false);
    private static final MatchOptions MULTIPLE_VALUES = new MatchOptions(false, false, false, true);

    @ParameterizedTest
    @CsvSource({
        "StudyDescription, CT HEAD, CT HEAD, true",
        "StudyDescription, CT HEAD, ct head, false",
        "StudyDescription, CT*, CT HEAD, true",
        "StudyDescription, *, CT HEAD, true",
        "StudyID, A?C, ABC, true",
        "StudyID, A?C, AC, false",
        "Modality, CT\\MR, MR, true",
        "PatientName, smith^j*, Smith^John, true",
        "PatientName, MULLER*, Müller^Eva, true",
        "PatientName, smith, Smith^John, false",
        "PatientName, 山田*, Yamada^Tarou=山田^太郎, true",
        "StudyDate, 20200101-20201231, 20200615, true",
        "StudyDate, 20200101-, 20191231, false",
        "StudyDate, -20200101, 20200101, true",
        "StudyTime, 1000-1100, 103000, true",
        "StudyTime, 1000-1100, 120000, false",
        "SeriesNumber, 1, 01, true",
        "SeriesNumber, 100, 1E2, true",
        "SliceThickness, 0.5, 5E-1, true",
        "SliceThickness, 1E999999999, 10E999999998, true",
        "SliceThickness, 1E-999999999, 0, false",
        "StudyInstanceUID, 1.2\\1.3, 1.3, true",
        "StudyInstanceUID, 1.2*, 1.23, false"
    })
    void of_singleKey(String keyword, String key, String value, boolean found) {
        int tag = org.isocenter.dicom.dict.Dictionary.tagForKeyword(keyword);
        Attributes keys = inUtf8();
        keys.setString(tag, key.split("\\\\"));
        Attributes candidate = inUtf8();
        candidate.setString(tag, value);

        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isEqualTo(found);
    }

    @Test
    void of_emptyValueMatching() {
        Attributes keys = inUtf8();
        keys.setString(Tag.AccessionNumber, "\"\"");
        Attributes candidate = inUtf8();
        assertThat(matches(keys, candidate, EMPTY_VALUES)).isTrue();
        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isFalse();
        candidate.setString(Tag.AccessionNumber, "A1");
        assertThat(matches(keys, candidate, EMPTY_VALUES)).isFalse();
    }

    @Test
    void of_multipleValueMatching_wantsThemAll() {
        Attributes keys = inUtf8();
        keys.setString(Tag.ModalitiesInStudy, "CT", "PT");
        Attributes candidate = inUtf8();
        candidate.setString(Tag.ModalitiesInStudy, "PT", "SR", "CT");
        assertThat(matches(keys, candidate, MULTIPLE_VALUES)).isTrue();
        candidate.setString(Tag.ModalitiesInStudy, "CT", "SR");
        assertThat(matches(keys, candidate, MULTIPLE_VALUES)).isFalse();
        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isTrue();
    }

    @Test
    void of_multipleValueMatching_ofUidsWantsOne() {
        Attributes keys = inUtf8();
        keys.setString(Tag.SOPClassesInStudy, "1.2.3", "1.2.4");
        Attributes candidate = inUtf8();
        candidate.setString(Tag.SOPClassesInStudy, "1.2.4");
        assertThat(matches(keys, candidate, MULTIPLE_VALUES)).isTrue();
    }

    @Test
    void of_multipleValueMatching_withWildcards() {
        Attributes keys = inUtf8();
        keys.setString(Tag.ModalitiesInStudy, "CT", "P?");
        assertThatThrownBy(() -> Criteria.of(keys, MULTIPLE_VALUES))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("ModalitiesInStudy");
        assertThat(Criteria.of(keys, MatchOptions.BASELINE)).hasSize(1);
    }

    @Test
    void of_fuzzyName_withWildcardsIsLiteral() {
        Attributes keys = inUtf8();
        keys.setString(Tag.PatientName, "Sm?th*");
        assertThat(Criteria.of(keys, new MatchOptions(true, false, false, false)))
                .singleElement()
                .isInstanceOf(Criterion.Name.class);
    }

    @Test
    void of_combinedDateTime() {
        Attributes keys = inUtf8();
        keys.setString(Tag.StudyDate, "20200101-20200103");
        keys.setString(Tag.StudyTime, "1000-1200");
        Attributes candidate = inUtf8();
        candidate.setString(Tag.StudyDate, "20200102");
        candidate.setString(Tag.StudyTime, "230000");
        assertThat(matches(keys, candidate, new MatchOptions(false, true, false, false)))
                .isTrue();
        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isFalse();
    }

    @Test
    void of_fuzzyName() {
        Attributes keys = inUtf8();
        keys.setString(Tag.PatientName, "jon smiht");
        Attributes candidate = inUtf8();
        candidate.setString(Tag.PatientName, "Smith^Jonathan");
        assertThat(matches(keys, candidate, new MatchOptions(true, false, false, false)))
                .isTrue();
    }

    @Test
    void of_sequence_oneItemHasAllKeys() {
        Attributes keys = inUtf8();
        Attributes key = new Attributes();
        keys.newSequence(Tag.RequestAttributesSequence).add(key);
        key.setString(Tag.ScheduledProcedureStepID, "S1");
        key.setString(Tag.RequestedProcedureID, "R2");
        Attributes candidate = inUtf8();
        Attributes first = new Attributes();
        first.setString(Tag.ScheduledProcedureStepID, "S1");
        first.setString(Tag.RequestedProcedureID, "R1");
        candidate.newSequence(Tag.RequestAttributesSequence).add(first);
        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isFalse();
        first.setString(Tag.RequestedProcedureID, "R2");
        assertThat(matches(keys, candidate, MatchOptions.BASELINE)).isTrue();
    }

    @Test
    void of_unreadableDate() {
        Attributes keys = inUtf8();
        keys.setString(Tag.StudyDate, "yesterday");
        assertThatThrownBy(() -> Criteria.of(keys, MatchOptions.BASELINE))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("StudyDate");
    }

    private static boolean matches(Attributes keys, Attributes candidate, MatchOptions options) {
        return Criteria.of(keys, options).stream().allMatch(criterion -> criterion.matches(candidate));
    }

    private static Attributes inUtf8() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        return attributes;
    }
}
