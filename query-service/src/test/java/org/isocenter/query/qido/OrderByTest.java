/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.List;

import org.isocenter.query.index.Order;
import org.isocenter.query.index.SortKey;
import org.isocenter.query.search.Level;
import org.isocenter.service.match.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderByTest {

    @Test
    void parse_keywordsAndTags_inBothDirections() {
        assertThat(OrderBy.parse("PatientName,-00080050", Level.STUDY).terms())
                .containsExactly(
                        new Order.Term(SortKey.PATIENT_NAME, false), new Order.Term(SortKey.ACCESSION_NUMBER, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-StudyDate", "-StudyDate,-StudyTime"})
    void parse_theUsualOrder_isThatOfTheIndex(String text) {
        assertThat(OrderBy.parse(text, Level.STUDY)).isSameAs(Order.YOUNGEST_FIRST);
    }

    @Test
    void parse_theUsualOrderOfInstances_isWhatItSays() {
        assertThat(OrderBy.parse("-StudyDate", Level.IMAGE).terms())
                .isEqualTo(List.of(new Order.Term(SortKey.STUDY_DATE, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "NoSuchAttribute, STUDY",
        "PixelData, IMAGE",
        "SeriesNumber, STUDY",
        "InstanceNumber, SERIES",
        "'PatientName,,StudyDate', STUDY",
        "-, STUDY",
        "--StudyDate, STUDY",
        "'StudyDate,-StudyDate', STUDY",
        "STUDY_MOMENT, STUDY",
    })
    void parse_whatIsNoOrder_isAnInvalidQuery(String text, Level level) {
        assertThatThrownBy(() -> OrderBy.parse(text, level)).isInstanceOf(InvalidQueryException.class);
    }
}
