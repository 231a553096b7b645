/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

/** Values of Priority (0000,0700) (PS3.7 E.1). */
public enum Priority {
    MEDIUM(0),
    HIGH(1),
    LOW(2);

    private final int code;

    Priority(int code) {
        this.code = code;
    }

    /** The value of (0000,0700). */
    public int code() {
        return code;
    }
}
