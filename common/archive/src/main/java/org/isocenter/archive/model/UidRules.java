/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/** The rules of UIDs (PS3.5 9.1), as far as keys and paths depend on them. */
public final class UidRules {

    private static final int MAX_LENGTH = 64;

    private UidRules() {}

    /**
     * Whether a text is a UID: digits and single dots, 64 characters at the most. Components with leading zeros, which the
     * standard forbids and old devices write, are let through.
     */
    public static boolean isValid(String uid) {
        int length = uid.length();
        if (length == 0 || length > MAX_LENGTH || uid.charAt(0) == '.' || uid.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char each = uid.charAt(i);
            boolean dot = each == '.';
            if (!dot && (each < '0' || each > '9') || dot && uid.charAt(i - 1) == '.') {
                return false;
            }
        }
        return true;
    }
}
