/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;

/** The archive answered, but not with success (PS3.7 annex C). */
public final class StatusException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** Of a response. */
    public StatusException(int status) {
        super(String.format("the archive answered with status %04X", status));
        this.status = status;
    }

    /** The value of Status (0000,0900). */
    public int status() {
        return status;
    }
}
