/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

/**
 * Numbers in strings (DS, IS) as JSON numbers with their own digits: only what JSON does not allow is taken away (plus
 * sign, leading zeros, a point without digits).
 */
final class NumberText {

    private final String text;
    private int position;

    private NumberText(String text) {
        this.text = text;
    }

    /** Returns the JSON number, or null if the text is no number and has to be written as a string. */
    static String jsonNumber(String text) {
        return isPlainInteger(text) ? text : new NumberText(text).convert();
    }

    private static boolean isPlainInteger(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) == '0') {
            return length == 1;
        }
        for (int i = 0; i < length; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String convert() {
        StringBuilder number = new StringBuilder(text.length() + 1);
        if (peek() == '-') {
            number.append('-');
            position++;
        } else if (peek() == '+') {
            position++;
        }
        String whole = digits();
        String fraction = "";
        if (peek() == '.') {
            position++;
            fraction = digits();
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            return null;
        }
        number.append(withoutLeadingZeros(whole));
        if (!fraction.isEmpty()) {
            number.append('.').append(fraction);
        }
        return exponent(number) && position == text.length() ? number.toString() : null;
    }

    private boolean exponent(StringBuilder number) {
        if (peek() != 'e' && peek() != 'E') {
            return true;
        }
        number.append(text.charAt(position++));
        if (peek() == '-' || peek() == '+') {
            number.append(text.charAt(position++));
        }
        String digits = digits();
        number.append(digits);
        return !digits.isEmpty();
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private String digits() {
        int start = position;
        while (isDigit(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.isEmpty() ? "0" : digits.substring(start);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
