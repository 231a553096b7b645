/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

/** What somebody types to find a name. */
final class NamePrefix {

    private static final int LETTERS = 4;

    private NamePrefix() {}

    /** All letters but the first. */
    static String within(String familyName) {
        return familyName.substring(familyName.offsetByCodePoints(0, familyName.isEmpty() ? 0 : 1));
    }

    static String of(String familyName) {
        int letters = Math.min(LETTERS, familyName.codePointCount(0, familyName.length()));
        return familyName.substring(0, familyName.offsetByCodePoints(0, letters));
    }
}
