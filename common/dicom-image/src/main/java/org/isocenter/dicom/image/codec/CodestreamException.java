/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;

/** A codestream that cannot be decoded, or samples that cannot be encoded. Its message names no value of a patient. */
public final class CodestreamException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public CodestreamException(String message) {
        super(message);
    }

    /** With what is wrong and why. */
    public CodestreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
