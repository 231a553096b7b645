/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.service.match.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchKeysTest {

    @Test
    void filter_isPairsSeparatedByCommas() {
        Attributes keys = SearchKeys.ofFilter("WorklistLabel=AI=1,0020000D=1.2,1.3,"
                        + "ScheduledStationNameCodeSequence.CodeValue=S1,00404025.00080102=DCM")
                .keys();
        assertThat(keys.getString(Tag.WorklistLabel)).isEqualTo("AI=1");
        assertThat(keys.getStrings(Tag.StudyInstanceUID)).containsExactly("1.2", "1.3");
        Attributes station = keys.getNested(Tag.ScheduledStationNameCodeSequence);
        assertThat(station.getString(Tag.CodeValue)).isEqualTo("S1");
        assertThat(station.getString(Tag.CodingSchemeDesignator)).isEqualTo("DCM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=1",
                "PatientName",
                "Nothing=1",
                "PatientName.=1",
                ".=1",
                "PatientName=1,00100010=2",
                "InputInformationSequence=1",
                "00280010=many"
            })
    void filter_thatMakesNoSense_isRefused(String filter) {
        assertThatThrownBy(() -> SearchKeys.ofFilter(filter)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void sequenceAfterItsItem_isTwice() {
        SearchKeys keys = new SearchKeys();
        keys.add("ScheduledStationNameCodeSequence.CodeValue", "S1");
        assertThatThrownBy(() -> keys.add("00404025.00080100", "S2")).isInstanceOf(InvalidQueryException.class);
    }
}
