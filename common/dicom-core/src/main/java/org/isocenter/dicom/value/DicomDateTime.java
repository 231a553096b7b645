/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date and time (VR DT) as the span that it denotes; {@code 2004} is the whole year.
 *
 * @param first the first moment
 * @param last the last moment, inclusive
 * @param offset the offset from UTC, or null if the value has none and Timezone Offset From UTC applies
 */
public record DicomDateTime(LocalDateTime first, LocalDateTime last, ZoneOffset offset) {

    /**
     * Reads {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX} of any precision; spaces around are ignored.
     *
     * @return empty if it is no such value
     */
    public static Optional<DicomDateTime> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String value = text.strip();
        int sign = value.length() - 5;
        if (sign > 0 && UtcOffset.isAt(value, sign)) {
            return local(value.substring(0, sign), UtcOffset.at(value, sign));
        }
        return local(value, null);
    }

    private static Optional<DicomDateTime> local(String value, ZoneOffset offset) {
        int dateLength = Math.min(value.length(), 8);
        Optional<DicomDate> date = DicomDate.parse(value.substring(0, dateLength));
        if (value.length() <= 8) {
            return date.map(days ->
                    new DicomDateTime(days.first().atStartOfDay(), days.last().atTime(LocalTime.MAX), offset));
        }
        Optional<DicomTime> time = DicomTime.parse(value.substring(8));
        if (date.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DicomDateTime(
                date.get().first().atTime(time.get().first()),
                date.get().last().atTime(time.get().last()),
                offset));
    }

    /** Returns the first moment as an instant, in the value's own offset or else the given one. */
    public Instant firstInstant(ZoneOffset otherwise) {
        return first.toInstant(offset == null ? otherwise : offset);
    }

    /** Returns the last moment as an instant, in the value's own offset or else the given one. */
    public Instant lastInstant(ZoneOffset otherwise) {
        return last.toInstant(offset == null ? otherwise : offset);
    }
}
