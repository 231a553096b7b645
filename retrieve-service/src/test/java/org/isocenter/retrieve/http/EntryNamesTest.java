/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryNamesTest {

    private static final SeriesKey FIRST = new SeriesKey("1", "1.1");
    private static final SeriesKey SECOND = new SeriesKey("1", "1.2");

    private static Attributes numbered(String seriesNumber, String instanceNumber) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SeriesNumber, seriesNumber);
        attributes.setString(Tag.InstanceNumber, instanceNumber);
        return attributes;
    }

    @Test
    void next_numbersOfTheDataSet_eachNameOnce() {
        EntryNames names = new EntryNames(false);

        assertThat(names.next(FIRST, numbered("3", "12"))).containsExactly("0003", "0012.dcm");
        assertThat(names.next(FIRST, numbered("3", "12"))).containsExactly("0003", "0012_2.dcm");
        assertThat(names.next(SECOND, numbered("3", "12"))).containsExactly("0003_2", "0012.dcm");
        assertThat(names.next(SECOND, numbered("3", "123456"))).containsExactly("0003_2", "123456.dcm");
    }

    @Test
    void next_hostileNumbers_areCounted() {
        EntryNames names = new EntryNames(false);

        assertThat(names.next(FIRST, numbered("../..", "-1"))).containsExactly("0001", "0001.dcm");
        assertThat(names.next(FIRST, new Attributes())).containsExactly("0001", "0002.dcm");
    }

    @Test
    void next_fileSet_eightCapitalsAndDigits() {
        EntryNames names = new EntryNames(true);

        assertThat(names.next(FIRST, numbered("3", "12"))).containsExactly("DICOM", "SE000001", "IM000001");
        assertThat(names.next(FIRST, numbered("3", "13"))).containsExactly("DICOM", "SE000001", "IM000002");
        assertThat(names.next(SECOND, numbered("4", "1"))).containsExactly("DICOM", "SE000002", "IM000001");
    }
}
