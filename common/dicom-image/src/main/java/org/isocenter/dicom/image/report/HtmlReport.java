/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.util.Map;

import org.isocenter.dicom.data.Attributes;

/**
 * A structured report as one HTML page without scripts and without anything to load from elsewhere. Every value is escaped.
 * Safe for concurrent use.
 */
public final class HtmlReport {

    private static final int LOWEST_HEADING = 6;
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:52em;margin:2em auto;padding:0 1em;"
            + "color:#1a1a1a;background:#fff}h1{font-size:1.6em}h2{font-size:1.3em}h3,h4,h5,h6{font-size:1.1em}"
            + "table{border-collapse:collapse;margin:1em 0}th{text-align:left;padding:.1em 1.5em .1em 0;color:#555;"
            + "font-weight:normal}section,.below{margin-left:1em;padding-left:1em;border-left:2px solid #ddd}"
            + "p{margin:.4em 0;white-space:pre-wrap;overflow-wrap:anywhere}";

    private HtmlReport() {}

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
     * @return a page to be sent as {@code text/html;charset=utf-8}
     * @throws ReportException if it has no content or exceeds the limits
     */
    public static String of(Attributes report, ReportLimits limits) throws ReportException {
        ContentItem root = ContentTree.read(report, limits);
        String title = escape(root.name().isEmpty() ? "Report" : root.name());
        BoundedText page = new BoundedText(limits.maxLength());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        page.append("style-src 'unsafe-inline'\">\n<title>").append(title).append("</title>\n<style>");
        page.append(STYLE)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(title)
                .append("</h1>\n<table>\n");
        for (Map.Entry<String, String> row : ReportBanner.of(report).entrySet()) {
            page.append("<tr><th scope=\"row\">").append(row.getKey()).append("</th><td>");
            page.append(escape(row.getValue())).append("</td></tr>\n");
        }
        page.append("</table>\n</header>\n<main>\n");
        for (ContentItem child : root.children()) {
            write(child, 2, page);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void write(ContentItem item, int heading, BoundedText page) throws ReportException {
        if (item.container()) {
            String level = "h" + Math.min(heading, LOWEST_HEADING);
            page.append("<section>\n");
            if (!item.name().isEmpty()) {
                page.append("<" + level + ">").append(escape(item.name())).append("</" + level + ">\n");
            }
        } else {
            page.append("<p>");
            if (!item.name().isEmpty()) {
                page.append("<b>").append(escape(item.name())).append(":</b> ");
            }
            page.append(escape(item.value())).append("</p>\n");
            page.append(item.children().isEmpty() ? "" : "<div class=\"below\">\n");
        }
        for (ContentItem child : item.children()) {
            write(child, item.container() ? heading + 1 : heading, page);
        }
        if (item.container()) {
            page.append("</section>\n");
        } else if (!item.children().isEmpty()) {
            page.append("</div>\n");
        }
    }

    /** Escapes what has a meaning in HTML and leaves out control characters. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\r' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
                default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? "" : c);
            }
        }
        return out.toString();
    }
}
