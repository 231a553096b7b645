/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.time.ZoneOffset;
import java.util.Optional;

/** The suffix {@code &ZZXX} of a DT value and the values of Timezone Offset From UTC: -1200 to +1400. */
public final class UtcOffset {

    private UtcOffset() {}

    /** Reads {@code +HHMM} or {@code -HHMM}; spaces around are ignored. */
    public static Optional<ZoneOffset> parse(String text) {
        String value = text == null ? "" : text.strip();
        return value.length() == 5 && isAt(value, 0) ? Optional.of(at(value, 0)) : Optional.empty();
    }

    static boolean isAt(String text, int position) {
        if (text.length() < position + 5 || !Digits.areAll(text, position + 1, position + 5)) {
            return false;
        }
        char sign = text.charAt(position);
        int limit = sign == '+' ? 1400 : 1200;
        boolean inRange = Digits.toInt(text, position + 1, position + 5) <= limit
                && Digits.toInt(text, position + 3, position + 5) < 60;
        return (sign == '+' || sign == '-') && inRange;
    }

    static ZoneOffset at(String text, int position) {
        int sign = text.charAt(position) == '-' ? -1 : 1;
        int hours = Digits.toInt(text, position + 1, position + 3);
        int minutes = Digits.toInt(text, position + 3, position + 5);
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
