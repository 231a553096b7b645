/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.IOException;

/** The association is released, or its connection is gone. */
public final class AssociationClosedException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean released;

    public AssociationClosedException(String message, boolean released) {
        super(message);
        this.released = released;
    }

    /** Whether it ended by a release instead of by a loss. */
    public boolean isReleased() {
        return released;
    }
}
