/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of days to match against (PS3.4 C.2.2.2.5), both ends inclusive.
 *
 * @param first the first day that matches, or null when open
 * @param last the last day that matches, or null when open
 */
public record DateRange(LocalDate first, LocalDate last) {

    /**
     * Reads {@code a-b}, {@code a-}, {@code -b} or a single value, each part as {@link DicomDate} reads it.
     *
     * @return empty if the text is blank, a hyphen alone or unreadable
     */
    public static Optional<DateRange> parse(String text) {
        Optional<DicomDate> single = DicomDate.parse(text);
        if (single.isPresent()) {
            // yyyy-MM-dd of other worlds has hyphens but is no range
            return Optional.of(new DateRange(single.get().first(), single.get().last()));
        }
        Optional<RangeParts> parts = RangeParts.split(text);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<DicomDate> first = DicomDate.parse(parts.get().first());
        Optional<DicomDate> last = DicomDate.parse(parts.get().last());
        boolean readable = (first.isPresent() || parts.get().first().isEmpty())
                && (last.isPresent() || parts.get().last().isEmpty());
        if (!readable) {
            return Optional.empty();
        }
        return Optional.of(new DateRange(
                first.map(DicomDate::first).orElse(null),
                last.map(DicomDate::last).orElse(null)));
    }

    /** Whether the day lies within. */
    public boolean contains(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
