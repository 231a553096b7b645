/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A date (VR DA) as the span of days that it denotes; the span has one day unless month or day are missing.
 *
 * @param first the first day
 * @param last the last day, inclusive
 */
public record DicomDate(LocalDate first, LocalDate last) {

    /**
     * Reads {@code yyyyMMdd}, the older {@code yyyy.MM.dd}, also {@code yyyy-MM-dd} and {@code yyyy/MM/dd}, and
     * {@code yyyyMM} and {@code yyyy}; spaces around are ignored.
     *
     * @return empty if it is none of these or no day of the calendar
     */
    public static Optional<DicomDate> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String digits = withoutSeparators(text.strip());
        int length = digits.length();
        if ((length != 8 && length != 6 && length != 4) || !Digits.areAll(digits)) {
            return Optional.empty();
        }
        try {
            int year = Digits.toInt(digits, 0, 4);
            if (length == 4) {
                return Optional.of(new DicomDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth month = YearMonth.of(year, Digits.toInt(digits, 4, 6));
            if (length == 6) {
                return Optional.of(new DicomDate(month.atDay(1), month.atEndOfMonth()));
            }
            LocalDate day = month.atDay(Digits.toInt(digits, 6, 8));
            return Optional.of(new DicomDate(day, day));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }

    /** Returns {@code yyyyMMdd}. */
    public static String format(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    private static String withoutSeparators(String text) {
        if (text.length() == 10 && text.charAt(4) == text.charAt(7) && isSeparator(text.charAt(4))) {
            return text.substring(0, 4) + text.substring(5, 7) + text.substring(8);
        }
        return text;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '/';
    }
}
