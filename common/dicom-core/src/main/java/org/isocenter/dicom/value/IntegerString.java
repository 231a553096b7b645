/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A number in an integer string (VR IS): -2^31 to 2^31-1 in at most 12 characters; we read up to 64 bits. */
public final class IntegerString {

    private IntegerString() {}

    /**
     * Reads a number; spaces around, a plus sign, leading zeros and decimals of value zero ({@code 3.0}) are accepted;
     * other decimals are cut off.
     *
     * @return empty if it is no number of 64 bits
     */
    public static OptionalLong parse(String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException notPlain) {
            return parseDecimal(value);
        }
    }

    private static OptionalLong parseDecimal(String value) {
        OptionalDouble number = DecimalString.parse(value);
        if (number.isEmpty() || Math.abs(number.getAsDouble()) >= 0x1p63) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new BigDecimal(value.replace(',', '.')).longValue());
    }

    /** Writes a number. */
    public static String format(long number) {
        return Long.toString(number);
    }
}
