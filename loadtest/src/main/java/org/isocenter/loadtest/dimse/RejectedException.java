/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;

/** The association was refused (PS3.8 9.3.4), or a presentation context of it that is needed. */
public final class RejectedException extends IOException {

    private static final long serialVersionUID = 1;

    /** With what was refused. */
    public RejectedException(String message) {
        super(message);
    }
}
