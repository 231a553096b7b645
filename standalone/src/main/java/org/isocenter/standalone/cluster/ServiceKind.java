/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.util.List;
import java.util.Locale;

/** The services, with the memory that fits a machine of 2 cores and 16 GiB. */
enum ServiceKind {
    INGEST("256m", true, List.of("-Disocenter.ingest.max-bytes-in-flight=96M")),
    QUERY("192m", true, List.of()),
    RETRIEVE("256m", true, List.of()),
    LIFECYCLE("160m", false, List.of());

    private final String heap;
    private final boolean dicom;
    private final List<String> own;

    ServiceKind(String heap, boolean dicom, List<String> own) {
        this.heap = heap;
        this.dicom = dicom;
        this.own = own;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The largest heap, as {@code -Xmx} has it. */
    String heap() {
        return heap;
    }

    /** Whether it has a DICOM port. */
    boolean hasDicom() {
        return dicom;
    }

    /** Options of its JVM that the others do not have. */
    List<String> own() {
        return own;
    }
}
