/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;

/** The archive ended the association within an exchange. */
public final class AbortedException extends IOException {

    private static final long serialVersionUID = 1;

    AbortedException(String message) {
        super(message);
    }
}
