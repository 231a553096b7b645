/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.io.IOException;

/** A report that cannot be made readable. Its message names no value of a patient. */
public final class ReportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** The data set has no content tree. */
        NO_CONTENT,
        /** It has more content items, or the document more characters, than is allowed. */
        TOO_LARGE
    }

    private final Reason reason;

    /** For the reason. */
    public ReportException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is no document. */
    public Reason reason() {
        return reason;
    }
}
