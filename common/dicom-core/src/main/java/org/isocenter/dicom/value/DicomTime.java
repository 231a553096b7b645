/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A time of day (VR TM) as the span that it denotes: {@code 10} is the hour from 10:00:00 to 10:59:59.999999999.
 *
 * @param first the first moment
 * @param last the last moment, inclusive
 */
public record DicomTime(LocalTime first, LocalTime last) {

    private static final DateTimeFormatter CANONICAL = DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);

    /**
     * Reads {@code HH}, {@code HHmm}, {@code HHmmss} and a fraction of one to nine digits, with or without the colons
     * of the older form; spaces around are ignored. Second 60 is read as 59 (PS3.5 allows leap seconds).
     *
     * @return empty if it is none of these
     */
    public static Optional<DicomTime> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String compact = text.strip();
        if (compact.indexOf(':') >= 0) {
            compact = compact.replace(":", "");
        }
        int point = compact.indexOf('.');
        String whole = point < 0 ? compact : compact.substring(0, point);
        String fraction = point < 0 ? "" : compact.substring(point + 1);
        boolean readable = whole.length() >= 2
                && whole.length() <= 6
                && whole.length() % 2 == 0
                && Digits.areAll(whole)
                && (fraction.isEmpty() || (whole.length() == 6 && fraction.length() <= 9 && Digits.areAll(fraction)));
        return readable ? span(whole, fraction) : Optional.empty();
    }

    private static Optional<DicomTime> span(String whole, String fraction) {
        try {
            int minute = whole.length() > 2 ? Digits.toInt(whole, 2, 4) : 0;
            int second = whole.length() > 4 ? Math.min(Digits.toInt(whole, 4, 6), secondLimit(whole)) : 0;
            int nanos = fraction.isEmpty() ? 0 : Digits.toInt((fraction + "00000000").substring(0, 9), 0, 9);
            LocalTime first = LocalTime.of(Digits.toInt(whole, 0, 2), minute, second, nanos);
            return Optional.of(new DicomTime(first, first.plusNanos(width(whole, fraction) - 1)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** 59 for second 60, a leap second; what is beyond it stays as it is and is refused. */
    private static int secondLimit(String whole) {
        return Digits.toInt(whole, 4, 6) == 60 ? 59 : Integer.MAX_VALUE;
    }

    private static long width(String whole, String fraction) {
        if (fraction.isEmpty()) {
            return switch (whole.length()) {
                case 2 -> ChronoUnit.HOURS.getDuration().toNanos();
                case 4 -> ChronoUnit.MINUTES.getDuration().toNanos();
                default -> ChronoUnit.SECONDS.getDuration().toNanos();
            };
        }
        long width = 1;
        for (int digits = fraction.length(); digits < 9; digits++) {
            width *= 10;
        }
        return width;
    }

    /** Returns {@code HHmmss.SSSSSS}; less than a microsecond is cut off. */
    public static String format(LocalTime time) {
        return CANONICAL.format(time);
    }
}
