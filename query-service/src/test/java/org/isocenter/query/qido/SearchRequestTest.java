/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.List;
import java.util.Map;

import org.isocenter.dicom.data.Tag;
import org.isocenter.service.match.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "00080060.", ".00080060", "PatientID..PatientID", "NoSuchKeyword"})
    void of_aNameThatIsNoPath_isAnInvalidQuery(String name) {
        assertThatThrownBy(() -> SearchRequest.of(List.of(Map.entry(name, "x"))))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void of_aPathOfSequences_isNested() {
        SearchRequest request =
                SearchRequest.of(List.of(Map.entry("RequestAttributesSequence.ScheduledProcedureStepID", "S1")));
        assertThat(request.keys().getNested(Tag.RequestAttributesSequence).getString(Tag.ScheduledProcedureStepID))
                .isEqualTo("S1");
    }
}
