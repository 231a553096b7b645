/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes comparisons down. */
public final class Report {

    private static final String MARKDOWN_HEAD = """
            | operation | clients | studies | archive | per second | MB/s | median ms | p99 ms | first : this |
            |---|---:|---:|---|---:|---:|---:|---:|---:|
            """;

    private Report() {}

    /** Lines for the console. */
    public static String text(Comparison comparison) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < comparison.series().size(); i++) {
            Series each = comparison.series().get(i);
            lines.append(String.format(
                    Locale.ROOT,
                    "%-22s %2d clients %6d studies  %-14s %9.1f/s %8.1f MB/s  median %8.2f ms  p99 %8.2f ms%s%n",
                    comparison.operation(),
                    comparison.clients(),
                    comparison.studies(),
                    each.target(),
                    each.rate(),
                    each.megabytesPerSecond(),
                    each.millis(50),
                    each.millis(99),
                    ratio(comparison, i, "  ratio ")));
        }
        return lines.toString();
    }

    /** A table of all. */
    public static String markdown(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder(MARKDOWN_HEAD);
        for (Comparison comparison : comparisons) {
            for (int i = 0; i < comparison.series().size(); i++) {
                Series each = comparison.series().get(i);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %s | %.1f | %.1f | %.2f | %.2f | %s |%n",
                        comparison.operation(),
                        comparison.clients(),
                        comparison.studies(),
                        each.target(),
                        each.rate(),
                        each.megabytesPerSecond(),
                        each.millis(50),
                        each.millis(99),
                        ratio(comparison, i, "")));
            }
        }
        return table.toString();
    }

    /** An array with an object for each operation and archive. */
    public static String json(List<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> comparison.series().stream().map(each -> json(comparison, each)))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String json(Comparison comparison, Series each) {
        return String.format(
                Locale.ROOT,
                "{\"operation\":\"%s\",\"clients\":%d,\"studies\":%d,\"archive\":\"%s\",\"requests\":%d,"
                        + "\"perSecond\":%.2f,\"megabytesPerSecond\":%.2f,\"medianMillis\":%.3f,\"p99Millis\":%.3f}",
                comparison.operation(),
                comparison.clients(),
                comparison.studies(),
                each.target().replace("\\", "\\\\").replace("\"", "\\\""),
                each.requests(),
                each.rate(),
                each.megabytesPerSecond(),
                each.millis(50),
                each.millis(99));
    }

    private static String ratio(Comparison comparison, int index, String prefix) {
        OptionalDouble ratio = comparison.ratio(index);
        return ratio.isEmpty() ? "" : prefix + String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
    }
}
