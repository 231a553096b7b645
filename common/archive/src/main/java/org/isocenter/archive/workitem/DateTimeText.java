/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as values of VR DT, in UTC. */
final class DateTimeText {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSS'+0000'").withZone(ZoneOffset.UTC);

    private DateTimeText() {}

    static String of(Instant moment) {
        return FORMAT.format(moment);
    }
}
