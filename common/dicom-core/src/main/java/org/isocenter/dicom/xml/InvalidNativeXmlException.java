/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.IOException;

/** The text is no XML, or no native DICOM model. The message names the place but holds no values. */
public final class InvalidNativeXmlException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidNativeXmlException(String message) {
        super(message);
    }
}
