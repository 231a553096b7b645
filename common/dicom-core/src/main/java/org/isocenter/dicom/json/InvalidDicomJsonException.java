/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;

/** The text is no JSON, or no DICOM JSON model. The message names the place but holds no values. */
public final class InvalidDicomJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidDicomJsonException(String message) {
        super(message);
    }
}
