/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

/**
 * Bounds of a document.
 *
 * @param maxItems content items
 * @param maxDepth levels of the content tree; what lies deeper is left out, with a note
 * @param maxLength characters of the document
 */
public record ReportLimits(int maxItems, int maxDepth, int maxLength) {

    /** 50 000 items, 48 levels, 16 Mi characters. */
    public static final ReportLimits DEFAULT = new ReportLimits(50_000, 48, 16 << 20);
}
