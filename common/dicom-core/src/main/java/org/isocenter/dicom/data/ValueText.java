/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.nio.charset.StandardCharsets;

/** Values as text and back. */
final class ValueText {

    static final String[] NONE = {};

    private static final byte[] EMPTY = {};

    private ValueText() {}

    static String first(VR vr, Object value, Attributes context) {
        if (!(value instanceof byte[] bytes) || bytes.length == 0) {
            return null;
        }
        if (!vr.isText()) {
            String[] numbers = vr.isBulk() ? text(vr, bytes, context) : ValueNumbers.texts(vr, bytes);
            return numbers.length == 0 || numbers[0].isEmpty() ? null : numbers[0];
        }
        String text = decode(vr, bytes, context);
        int end = vr.isMultiValuedText() ? text.indexOf('\\') : -1;
        String first = trim(vr, end < 0 ? text : text.substring(0, end));
        return first.isEmpty() ? null : first;
    }

    static String[] all(VR vr, Object value, Attributes context) {
        if (!(value instanceof byte[] bytes) || bytes.length == 0) {
            return NONE;
        }
        return vr.isText() || vr.isBulk() ? text(vr, bytes, context) : ValueNumbers.texts(vr, bytes);
    }

    private static String[] text(VR vr, byte[] bytes, Attributes context) {
        String text = decode(vr, bytes, context);
        boolean multiple = vr.isMultiValuedText() || vr == VR.UN;
        if (!multiple || text.indexOf('\\') < 0) {
            String only = trim(vr, text);
            return only.isEmpty() ? NONE : new String[] {only};
        }
        String[] all = text.split("\\\\", -1);
        for (int i = 0; i < all.length; i++) {
            all[i] = trim(vr, all[i]);
        }
        return all;
    }

    private static String decode(VR vr, byte[] bytes, Attributes context) {
        return vr.usesSpecificCharacterSet()
                ? context.getSpecificCharacterSet().decode(bytes, vr)
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Trailing padding is never significant; leading spaces are in LT, ST, UT, UC, UR and UI (PS3.5 6.2). */
    private static String trim(VR vr, String text) {
        int end = text.length();
        while (end > 0 && isPadding(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        if (vr.isMultiValuedText() && vr != VR.UC) {
            while (start < end && isPadding(text.charAt(start))) {
                start++;
            }
        }
        return text.substring(start, end);
    }

    private static boolean isPadding(char each) {
        return each == ' ' || each == 0;
    }

    static byte[] encode(VR vr, String[] strings, Attributes context) {
        if (strings == null
                || strings.length == 0
                || strings.length == 1 && (strings[0] == null || strings[0].isEmpty())) {
            return EMPTY;
        }
        if (!vr.isText()) {
            return ValueNumbers.parse(vr, strings, context);
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < strings.length; i++) {
            joined.append(i == 0 ? "" : "\\").append(strings[i] == null ? "" : strings[i]);
        }
        String text = joined.toString();
        byte[] bytes = vr.usesSpecificCharacterSet()
                ? context.getSpecificCharacterSet().encode(text, vr)
                : text.getBytes(StandardCharsets.ISO_8859_1);
        return padded(vr, bytes);
    }

    private static byte[] padded(VR vr, byte[] bytes) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.padding();
        return even;
    }
}
