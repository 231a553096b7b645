/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

/** Runs of decimal digits in fixed places. */
final class Digits {

    private Digits() {}

    static boolean areAll(String text) {
        return areAll(text, 0, text.length());
    }

    static boolean areAll(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    static int toInt(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
