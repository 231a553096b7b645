/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import org.isocenter.dicom.value.PersonName;

/** Dates, times and names as people write them; what is not as it should be stays as it is. */
final class ReportText {

    private ReportText() {}

    static String date(String value) {
        return value.matches("[0-9]{8}")
                ? value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6)
                : value;
    }

    static String time(String value) {
        if (!value.matches("[0-9]{4}([0-9]{2}(\\.[0-9]*)?)?")) {
            return value;
        }
        String seconds = value.length() >= 6 ? ":" + value.substring(4, 6) : "";
        return value.substring(0, 2) + ":" + value.substring(2, 4) + seconds;
    }

    static String dateTime(String value) {
        return value.matches("[0-9]{12,14}.*")
                ? date(value.substring(0, 8)) + " " + value.substring(8, 10) + ":" + value.substring(10, 12)
                : date(value);
    }

    /** Family name, then the others; the ideographic one behind it in brackets. */
    static String name(String value) {
        PersonName name = PersonName.parse(value);
        String alphabetic = group(name.alphabetic());
        String ideographic = group(name.ideographic());
        if (alphabetic.isEmpty() || ideographic.isEmpty()) {
            return alphabetic + ideographic;
        }
        return alphabetic + " (" + ideographic + ")";
    }

    private static String group(PersonName.Group group) {
        String given = String.join(" ", group.prefix(), group.given(), group.middle(), group.suffix())
                .replaceAll(" +", " ")
                .strip();
        return given.isEmpty() || group.family().isEmpty() ? group.family() + given : group.family() + ", " + given;
    }
}
