/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A range of moments to match against (PS3.4 C.2.2.2.5), both ends inclusive.
 *
 * @param first the first moment that matches, or null when open
 * @param last the last moment that matches, or null when open
 */
public record DateTimeRange(Instant first, Instant last) {

    /**
     * Reads {@code a-b}, {@code a-}, {@code -b} or a single value. A hyphen before four digits from 0000 to 1200 that
     * end a value is an offset from UTC, any other one separates the ends.
     *
     * @param text the range
     * @param otherwise the offset of values that have none
     * @return empty if the text is blank, a hyphen alone or unreadable
     */
    public static Optional<DateTimeRange> parse(String text, ZoneOffset otherwise) {
        Optional<RangeParts> parts = RangeParts.splitDateTime(text);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<DicomDateTime> first = DicomDateTime.parse(parts.get().first());
        Optional<DicomDateTime> last = DicomDateTime.parse(parts.get().last());
        boolean readable = (first.isPresent() || parts.get().first().isEmpty())
                && (last.isPresent() || parts.get().last().isEmpty());
        if (!readable) {
            return Optional.empty();
        }
        return Optional.of(new DateTimeRange(
                first.map(value -> value.firstInstant(otherwise)).orElse(null),
                last.map(value -> value.lastInstant(otherwise)).orElse(null)));
    }

    /** Whether the moment lies within. */
    public boolean contains(Instant moment) {
        return (first == null || !moment.isBefore(first)) && (last == null || !moment.isAfter(last));
    }
}
