/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesAndTimesTest {

    @ParameterizedTest
    @ValueSource(strings = {"20040119", " 20040119 ", "2004.01.19", "2004-01-19", "2004/01/19"})
    void date_formsOfOneDay(String text) {
        LocalDate day = LocalDate.of(2004, 1, 19);

        assertThat(DicomDate.parse(text)).contains(new DicomDate(day, day));
        assertThat(DicomDate.format(day)).isEqualTo("20040119");
    }

    @Test
    void date_withoutDayOrMonth_isASpan() {
        assertThat(DicomDate.parse("200402"))
                .contains(new DicomDate(LocalDate.of(2004, 2, 1), LocalDate.of(2004, 2, 29)));
        assertThat(DicomDate.parse("2004"))
                .contains(new DicomDate(LocalDate.of(2004, 1, 1), LocalDate.of(2004, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "20041301", "20040230", "2004011", "2004.0119", "abcdefgh", "2004.01-19", "*"})
    void date_unreadable_isEmpty(String text) {
        assertThat(DicomDate.parse(text)).isEmpty();
        assertThat(DateRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10:00, 10:59:59.999999999",
        "1030, 10:30, 10:30:59.999999999",
        "103015, 10:30:15, 10:30:15.999999999",
        "10:30:15, 10:30:15, 10:30:15.999999999",
        "103015.5, 10:30:15.5, 10:30:15.599999999",
        "103015.123456, 10:30:15.123456, 10:30:15.123456999",
        "235960, 23:59:59, 23:59:59.999999999"
    })
    void time_span(String text, LocalTime first, LocalTime last) {
        assertThat(DicomTime.parse(text)).contains(new DicomTime(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "25", "1061", "103061", "1030.5", "ab", "103015."})
    void time_unreadable_isEmptyOrLenient(String text) {
        if (text.equals("103015.")) {
            assertThat(DicomTime.parse(text)).isPresent();
        } else {
            assertThat(DicomTime.parse(text)).isEmpty();
        }
    }

    @Test
    void time_format() {
        assertThat(DicomTime.format(LocalTime.of(1, 2, 3, 4_000))).isEqualTo("010203.000004");
    }

    @Test
    void dateTime_precisionAndOffset() {
        assertThat(DicomDateTime.parse("20040119103015.25-0530"))
                .contains(new DicomDateTime(
                        LocalDateTime.of(2004, 1, 19, 10, 30, 15, 250_000_000),
                        LocalDateTime.of(2004, 1, 19, 10, 30, 15, 259_999_999),
                        ZoneOffset.ofHoursMinutes(-5, -30)));
        assertThat(DicomDateTime.parse("2004+0100").orElseThrow().firstInstant(ZoneOffset.UTC))
                .isEqualTo("2003-12-31T23:00:00Z");
        assertThat(DicomDateTime.parse("2004011910").orElseThrow().last()).isEqualTo("2004-01-19T10:59:59.999999999");
        assertThat(DicomDateTime.parse("20040119-2000")).isEmpty();
    }

    @Test
    void dateRange_forms() {
        LocalDate a = LocalDate.of(2004, 1, 1);
        LocalDate b = LocalDate.of(2004, 12, 31);

        assertThat(DateRange.parse("20040101-20041231")).contains(new DateRange(a, b));
        assertThat(DateRange.parse("20040101-")).contains(new DateRange(a, null));
        assertThat(DateRange.parse("-20041231")).contains(new DateRange(null, b));
        assertThat(DateRange.parse("20040101")).contains(new DateRange(a, a));
        assertThat(DateRange.parse("2004.01.01 - 2004.12.31")).contains(new DateRange(a, b));
        assertThat(DateRange.parse("2004-01-01")).contains(new DateRange(a, a));
        assertThat(DateRange.parse("-")).isEmpty();
        assertThat(DateRange.parse("20040101-x")).isEmpty();
        assertThat(DateRange.parse("20040101-20041231-20050101")).isEmpty();
        assertThat(new DateRange(a, null).contains(b)).isTrue();
        assertThat(new DateRange(null, a).contains(b)).isFalse();
    }

    @Test
    void timeRange_forms() {
        assertThat(TimeRange.parse("10-1130"))
                .contains(new TimeRange(LocalTime.of(10, 0), LocalTime.of(11, 30, 59, 999_999_999)));
        assertThat(TimeRange.parse("-1130").orElseThrow().contains(LocalTime.MIDNIGHT))
                .isTrue();
        assertThat(TimeRange.parse("1130-").orElseThrow().contains(LocalTime.MIDNIGHT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2004-2005, 2004-01-01T00:00:00Z, 2005-12-31T23:59:59.999999999Z",
        "20040119-0500, 2004-01-19T05:00:00Z, 2004-01-20T04:59:59.999999999Z",
        "20040119-0500-20040120-0500, 2004-01-19T05:00:00Z, 2004-01-21T04:59:59.999999999Z",
        "20040119-0500-, 2004-01-19T05:00:00Z,",
        "-20040119-0500, , 2004-01-20T04:59:59.999999999Z",
        "-2004, , 2004-12-31T23:59:59.999999999Z",
        "20040119+0100-20040119, 2004-01-18T23:00:00Z, 2004-01-19T23:59:59.999999999Z"
    })
    void dateTimeRange_hyphensOfOffsets(String text, Instant first, Instant last) {
        assertThat(DateTimeRange.parse(text, ZoneOffset.UTC)).contains(new DateTimeRange(first, last));
    }

    @Test
    void utcOffset_limits() {
        assertThat(UtcOffset.parse("+1400")).contains(ZoneOffset.ofHours(14));
        assertThat(UtcOffset.parse("-1200")).contains(ZoneOffset.ofHours(-12));
        assertThat(UtcOffset.parse("-1300")).isEmpty();
        assertThat(UtcOffset.parse("+0160")).isEmpty();
        assertThat(UtcOffset.parse(null)).isEmpty();
    }
}
