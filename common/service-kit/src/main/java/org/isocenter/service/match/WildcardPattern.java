/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

/** A value with {@code *} for any characters and {@code ?} for exactly one, of whatever plane (PS3.4 C.2.2.2.4). Immutable. */
public record WildcardPattern(String text) {

    /** Whether the text has a wildcard at all. */
    public boolean isWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether everything, even nothing, matches. */
    public boolean isUniversal() {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }

    /** Whether the value matches as a whole; linear in practice, never exponential. */
    public boolean matches(String value) {
        int at = 0;
        int position = 0;
        int star = -1;
        int restart = 0;
        while (position < value.length()) {
            char wanted = at < text.length() ? text.charAt(at) : 0;
            if (at < text.length() && wanted == '*') {
                star = at++;
                restart = position;
            } else if (at < text.length() && wanted == '?') {
                at++;
                position = next(value, position);
            } else if (at < text.length() && wanted == value.charAt(position)) {
                at++;
                position++;
            } else if (star >= 0) {
                at = star + 1;
                restart = next(value, restart);
                position = restart;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    private static int next(String value, int position) {
        return position + Character.charCount(value.codePointAt(position));
    }
}
