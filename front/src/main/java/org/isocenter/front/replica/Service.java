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
    RETRIEVE;

    /** As it is written in configuration and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
