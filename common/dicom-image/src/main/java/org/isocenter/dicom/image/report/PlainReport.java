/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.util.Map;

import org.isocenter.dicom.data.Attributes;

/** A structured report as plain text, its levels indented by two spaces. Safe for concurrent use. */
public final class PlainReport {

    private static final String INDENT = "  ";

    private PlainReport() {}

    /**
     * Writes a report.
     *
     * @throws ReportException if it has no content or exceeds the default limits
     */
    public static String of(Attributes report) throws ReportException {
        return of(report, ReportLimits.DEFAULT);
    }

    /**
     * Writes a report.
     *
     * @return text to be sent as {@code text/plain;charset=utf-8}
     * @throws ReportException if it has no content or exceeds the limits
     */
    public static String of(Attributes report, ReportLimits limits) throws ReportException {
        ContentItem root = ContentTree.read(report, limits);
        BoundedText text = new BoundedText(limits.maxLength());
        text.append(clean(root.name().isEmpty() ? "Report" : root.name(), "")).append("\n\n");
        for (Map.Entry<String, String> row : ReportBanner.of(report).entrySet()) {
            text.append(row.getKey())
                    .append(": ")
                    .append(clean(row.getValue(), INDENT))
                    .append("\n");
        }
        text.append("\n");
        for (ContentItem child : root.children()) {
            write(child, "", text);
        }
        return text.toString();
    }

    private static void write(ContentItem item, String indent, BoundedText text) throws ReportException {
        String name = clean(item.name(), indent);
        String value = clean(item.value(), indent + INDENT);
        String separator = name.isEmpty() || value.isEmpty() ? "" : ": ";
        if (!name.isEmpty() || !value.isEmpty()) {
            text.append(indent).append(name).append(separator).append(value).append("\n");
        }
        for (ContentItem child : item.children()) {
            write(child, indent + INDENT, text);
        }
    }

    /** Without control characters, its lines indented alike. */
    private static String clean(String value, String indent) {
        return value.replaceAll("\r\n|\r", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("\n", "\n" + indent);
    }
}
