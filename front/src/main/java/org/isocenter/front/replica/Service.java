/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.util.Locale;

/** The services that the front passes requests to. */
public enum Service {
    /** C-STORE, STOW-RS. */
    INGEST,
    /** C-FIND, QIDO-RS. */
    QUERY,
    /** C-GET, C-MOVE, WADO-RS. */
    RETRIEVE,
    /** UPS-RS. Images come and go without it, and it has no DICOM port. */
    LIFECYCLE;

    /** Whether its replicas have a DICOM port. */
    public boolean hasDicom() {
        return this != LIFECYCLE;
    }

    /** Whether a cluster does not serve when it has no replica of this. */
    public boolean isEssential() {
        return this != LIFECYCLE;
    }

    /** As it is written in configuration and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
