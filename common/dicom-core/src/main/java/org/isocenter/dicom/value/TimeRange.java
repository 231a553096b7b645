/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.LocalTime;
import java.util.Optional;

/**
 * A range of times of day to match against (PS3.4 C.2.2.2.5), both ends inclusive.
 *
 * @param first the first time that matches, or null when open
 * @param last the last time that matches, or null when open
 */
public record TimeRange(LocalTime first, LocalTime last) {

    /**
     * Reads {@code a-b}, {@code a-}, {@code -b} or a single value, each part as {@link DicomTime} reads it.
     *
     * @return empty if the text is blank, a hyphen alone or unreadable
     */
    public static Optional<TimeRange> parse(String text) {
        Optional<RangeParts> parts = RangeParts.split(text);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<DicomTime> first = DicomTime.parse(parts.get().first());
        Optional<DicomTime> last = DicomTime.parse(parts.get().last());
        boolean readable = (first.isPresent() || parts.get().first().isEmpty())
                && (last.isPresent() || parts.get().last().isEmpty());
        if (!readable) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange(
                first.map(DicomTime::first).orElse(null),
                last.map(DicomTime::last).orElse(null)));
    }

    /** Whether the time lies within. */
    public boolean contains(LocalTime time) {
        return (first == null || !time.isBefore(first)) && (last == null || !time.isAfter(last));
    }
}
