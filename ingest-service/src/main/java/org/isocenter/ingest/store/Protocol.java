/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

/** How an instance comes in. */
public enum Protocol {
    /** C-STORE. */
    DIMSE("dimse"),
    /** STOW-RS. */
    STOW("stow");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    /** The value of the label {@code protocol} of metrics and spans. */
    public String label() {
        return label;
    }
}
