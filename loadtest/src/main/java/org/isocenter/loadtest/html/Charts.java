/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.metrics.OperationSample;
import org.isocenter.loadtest.run.RunResult;

/** The plots of the report. */
final class Charts {

    private static final int WIDE = 1120;
    private static final int NARROW = 540;
    private static final int HIGH = 230;
    private static final int LOW = 170;
    private static final String DASHES = "5 4";
    private static final String DOTS = "1 4";

    private Charts() {}

    static void throughput(StringBuilder html, List<RunResult> runs) {
        html.append("<h2>Throughput over time</h2><div class=\"card\">");
        List<Line> rates = new ArrayList<>();
        List<Line> bytes = new ArrayList<>();
        if (runs.size() == 1) {
            RunResult run = runs.get(0);
            int number = 0;
            for (String label : run.operations().keySet()) {
                if (!Timelines.isSum(label)) {
                    rates.add(new Line(label, Palette.of(number++), "", Timelines.rate(run.timeline(), label)));
                }
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            RunResult run = runs.get(i);
            if (runs.size() > 1) {
                rates.add(new Line(run.name(), Palette.of(i), "", Timelines.rate(run.timeline(), null)));
            }
            bytes.add(new Line(run.name(), Palette.of(i), "", Timelines.megabytes(run.timeline())));
        }
        html.append(new LineChart("Operations", "a second", WIDE, HIGH, false).overTime(rates))
                .append("</div><div class=\"card\">")
                .append(new LineChart("Data sent and received", "MB/s", WIDE, LOW, false).overTime(bytes))
                .append("</div>");
    }

    static void percentiles(StringBuilder html, List<RunResult> runs) {
        html.append("<h2>Latency by percentile</h2>");
        if (runs.size() == 1) {
            RunResult run = runs.get(0);
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String label : run.operations().keySet()) {
                lines.add(new Line(
                        label, Palette.of(number++), "", points(run.operations().get(label))));
            }
            html.append("<div class=\"card\">")
                    .append(new LineChart("All operations", "milliseconds, logarithmic", WIDE, HIGH + 60, true)
                            .overPercentiles(lines))
                    .append("</div>");
            return;
        }
        html.append("<div class=\"grid\">");
        for (String label : labels(runs)) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                OperationResult result = runs.get(i).operations().get(label);
                if (result != null && result.succeeded() > 0) {
                    lines.add(new Line(runs.get(i).name(), Palette.of(i), "", points(result)));
                }
            }
            html.append("<div class=\"card\">")
                    .append(new LineChart(label, "milliseconds, logarithmic", NARROW, LOW, true).overPercentiles(lines))
                    .append("</div>");
        }
        html.append("</div>");
    }

    /** A card for each operation: latency over time, and its rate when there is more than one run. */
    static void operations(StringBuilder html, List<RunResult> runs) {
        html.append("<h2>Latency over time</h2><div class=\"grid\">");
        for (String label : labels(runs)) {
            html.append("<div class=\"card\">")
                    .append(new LineChart(
                                    label,
                                    runs.size() == 1 ? "ms, logarithmic" : "p95 ms, logarithmic",
                                    NARROW,
                                    LOW,
                                    true)
                            .overTime(runs.size() == 1 ? own(runs.get(0), label) : beside(runs, label)))
                    .append("</div>");
        }
        html.append("</div>");
    }

    private static List<Line> own(RunResult run, String label) {
        return List.of(
                new Line("p99", Palette.of(1), DOTS, Timelines.latency(run.timeline(), label, OperationSample::p99)),
                new Line("p95", Palette.of(4), DASHES, Timelines.latency(run.timeline(), label, OperationSample::p95)),
                new Line("p50", Palette.of(0), "", Timelines.latency(run.timeline(), label, OperationSample::p50)));
    }

    private static List<Line> beside(List<RunResult> runs, String label) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(new Line(
                    runs.get(i).name(),
                    Palette.of(i),
                    "",
                    Timelines.latency(runs.get(i).timeline(), label, OperationSample::p95)));
        }
        return lines;
    }

    static void errors(StringBuilder html, List<RunResult> runs) {
        html.append("<h2>Errors</h2>");
        for (RunResult run : runs) {
            html.append("<div class=\"card\">");
            if (run.errors().isEmpty()) {
                html.append(runs.size() == 1 ? "" : "<b>" + Html.escape(run.name()) + "</b>: ")
                        .append("none");
            } else {
                html.append(ErrorChart.of(run.name(), run.timeline()));
                Tables.errors(html, run);
            }
            html.append("</div>");
        }
    }

    private static List<Line.Point> points(OperationResult result) {
        return result.percentiles().stream()
                .map(point -> new Line.Point(point.percentile(), point.millis()))
                .toList();
    }

    private static TreeSet<String> labels(List<RunResult> runs) {
        TreeSet<String> labels = new TreeSet<>();
        runs.forEach(run -> run.operations().forEach((label, result) -> {
            if (result.succeeded() > 0) {
                labels.add(label);
            }
        }));
        return labels;
    }
}
