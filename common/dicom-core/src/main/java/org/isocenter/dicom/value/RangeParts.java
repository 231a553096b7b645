/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.util.Optional;

/**
 * The two sides of a matching range (PS3.4 C.2.2.2.5): {@code a-b}, {@code a-}, {@code -b} or a single value.
 *
 * @param first the text before the hyphen, empty when open
 * @param last the text after the hyphen, empty when open, the same as {@code first} for a single value
 */
record RangeParts(String first, String last) {

    /** Splits at the one hyphen; empty for a blank text, a hyphen alone or several of them. */
    static Optional<RangeParts> split(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String value = text.strip();
        int hyphen = value.indexOf('-');
        if (hyphen < 0) {
            return Optional.of(new RangeParts(value, value));
        }
        if (value.length() == 1 || value.indexOf('-', hyphen + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new RangeParts(
                value.substring(0, hyphen).strip(), value.substring(hyphen + 1).strip()));
    }

    /** Splits a DT range: a hyphen that begins an offset from UTC belongs to the value before it. */
    static Optional<RangeParts> splitDateTime(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String value = text.strip();
        int hyphen = rangeHyphen(value);
        if (hyphen < 0) {
            return Optional.of(new RangeParts(value, value));
        }
        if (value.length() == 1) {
            return Optional.empty();
        }
        return Optional.of(new RangeParts(
                value.substring(0, hyphen).strip(), value.substring(hyphen + 1).strip()));
    }

    private static int rangeHyphen(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '-' && !isOffset(value, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOffset(String value, int position) {
        if (position == 0 || !UtcOffset.isAt(value, position)) {
            return false;
        }
        int end = position + 5;
        return end == value.length() || value.charAt(end) == '-' || value.charAt(end) == ' ';
    }
}
