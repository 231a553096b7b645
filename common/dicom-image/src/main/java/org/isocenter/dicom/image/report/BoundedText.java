/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import org.isocenter.dicom.image.report.ReportException.Reason;

/** A text that grows up to a limit. Not thread-safe. */
final class BoundedText {

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    BoundedText(int limit) {
        this.limit = limit;
    }

    BoundedText append(String part) throws ReportException {
        if (part.length() > limit - text.length()) {
            throw new ReportException(Reason.TOO_LARGE, "a report of more characters than is allowed");
        }
        text.append(part);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
