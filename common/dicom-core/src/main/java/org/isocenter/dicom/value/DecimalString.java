/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** A number in a decimal string (VR DS): at most 16 characters, fixed or floating point. */
public final class DecimalString {

    private static final int MAX_LENGTH = 16;

    private DecimalString() {}

    /**
     * Reads a number; spaces around, a plus sign, a decimal comma and any length are accepted.
     *
     * @return empty if it is no finite number
     */
    public static OptionalDouble parse(String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty() || !isNumeric(value)) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(value.replace(',', '.'));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** Only the characters of the VR and the comma, so that Java's own forms (NaN, hexadecimal, 1d) stay out. */
    private static boolean isNumeric(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && "+-.,eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes a number in at most 16 characters, as precisely as they allow.
     *
     * @throws IllegalArgumentException if the number is not finite
     */
    public static String format(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a decimal string holds finite numbers only");
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number));
        for (int digits = Math.min(exact.precision(), MAX_LENGTH); digits > 0; digits--) {
            BigDecimal rounded =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            if (Math.abs(rounded.scale()) < MAX_LENGTH
                    && rounded.toPlainString().length() <= MAX_LENGTH) {
                return rounded.toPlainString();
            }
            String scientific = scientific(rounded);
            if (scientific.length() <= MAX_LENGTH) {
                return scientific;
            }
        }
        throw new IllegalStateException("one digit and an exponent always fit");
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String sign = number.signum() < 0 ? "-" : "";
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + "E" + exponent;
    }
}
