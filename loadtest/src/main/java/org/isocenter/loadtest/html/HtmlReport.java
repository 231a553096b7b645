/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.verify.VerifyResult;

/** Puts the report together. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * The report of one run, or the comparison of several with the first.
     *
     * @param runs one at least
     * @param verifications of their ledgers
     */
    public static String of(List<RunResult> runs, List<VerifyResult> verifications) {
        String names = runs.stream().map(RunResult::name).collect(Collectors.joining(", "));
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Load: ")
                .append(Html.escape(names))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><main>");
        if (runs.size() == 1) {
            head(html, runs.get(0));
        } else {
            compared(html, runs);
        }
        Tables.thresholds(html, runs);
        verifications.forEach(each -> Tables.verification(html, each));
        Charts.throughput(html, runs);
        if (runs.size() == 1) {
            html.append("<h2>Operations</h2>");
            Tables.operations(html, runs.get(0));
        } else {
            html.append("<h2>Operations beside each other</h2>");
            Tables.comparison(html, runs);
        }
        Charts.percentiles(html, runs);
        Charts.operations(html, runs);
        Charts.errors(html, runs);
        html.append(
                "<footer>Latency counts from when an operation was due: what waited for a free client waited for the"
                        + " archive. Retries are part of it. Lines over time show the worst percentile of the seconds that a point"
                        + " stands for.</footer></main></body></html>\n");
        return html.toString();
    }

    private static void head(StringBuilder html, RunResult run) {
        html.append("<h1>")
                .append(Html.escape(run.name()))
                .append(' ')
                .append(badge(run))
                .append("</h1>");
        html.append("<p class=\"lead\">").append(Html.escape(run.description())).append("</p>");
        facts(html, run);
        long done = run.operations().entrySet().stream()
                .filter(each -> !Timelines.isSum(each.getKey()))
                .mapToLong(each -> each.getValue().succeeded())
                .sum();
        long failed =
                run.failures().values().stream().mapToLong(Long::longValue).sum();
        long attempts =
                run.errors().values().stream().mapToLong(Long::longValue).sum();
        double megabytes = run.operations().entrySet().stream()
                .filter(each -> !Timelines.isSum(each.getKey()))
                .mapToDouble(each -> each.getValue().megabytesPerSecond())
                .sum();
        html.append("<div class=\"tiles\">");
        tile(html, grouped(done), "operations", false);
        tile(html, String.format(Locale.ROOT, "%.1f/s", done / Math.max(1e-9, run.seconds())), "mean rate", false);
        tile(html, String.format(Locale.ROOT, "%.1f MB/s", megabytes), "sent and received", false);
        tile(html, grouped(attempts), "attempts failed", attempts > 0);
        tile(html, grouped(failed), "failed after retries", failed > 0);
        long late = run.operations().values().stream()
                .mapToLong(OperationResult::late)
                .sum();
        tile(html, grouped(late), "begun late", late > 0);
        if (run.ledger() != null) {
            tile(html, grouped(run.ledger().stored()), "acknowledged instances", false);
            if (run.ledger().unknown() > 0) {
                tile(html, grouped(run.ledger().unknown()), "stores without answer", true);
            }
        }
        html.append("</div>");
        if (!run.aborted().isEmpty()) {
            html.append("<p class=\"lead\">Ended early: ")
                    .append(Html.escape(run.aborted()))
                    .append("</p>");
        }
    }

    private static void compared(StringBuilder html, List<RunResult> runs) {
        html.append("<h1>")
                .append(runs.stream().map(run -> Html.escape(run.name())).collect(Collectors.joining(" and ")))
                .append("</h1><p class=\"lead\">Each compared with ")
                .append(Html.escape(runs.get(0).name()))
                .append(". ")
                .append(Html.escape(runs.get(0).description()))
                .append(".</p><div class=\"grid\">");
        for (RunResult run : runs) {
            html.append("<div class=\"card\"><h3 style=\"margin-top:0\">")
                    .append(Html.escape(run.name()))
                    .append(' ')
                    .append(badge(run))
                    .append("</h3>");
            facts(html, run);
            html.append("</div>");
        }
        html.append("</div>");
    }

    private static void facts(StringBuilder html, RunResult run) {
        html.append("<dl class=\"facts\">");
        fact(html, "archive", String.join("; ", run.targets()));
        fact(html, "started", run.started());
        fact(
                html,
                "measured",
                Axis.time(run.seconds())
                        + (run.warmUpSeconds() > 0 ? " after a warm-up of " + Axis.time(run.warmUpSeconds()) : ""));
        fact(html, "seed", Long.toString(run.seed()));
        fact(html, "load from", run.machine());
        html.append("</dl>");
    }

    private static void fact(StringBuilder html, String name, String value) {
        html.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd>");
    }

    private static void tile(StringBuilder html, String value, String name, boolean bad) {
        html.append(bad ? "<div class=\"tile bad\"><b>" : "<div class=\"tile\"><b>")
                .append(value)
                .append("</b><span>")
                .append(name)
                .append("</span></div>");
    }

    private static String badge(RunResult run) {
        if (run.thresholds().isEmpty() && run.aborted().isEmpty()) {
            return "";
        }
        boolean good = run.passed() && run.aborted().isEmpty();
        return "<span class=\"badge " + (good ? "good\">thresholds held" : "bad\">thresholds broken") + "</span>";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
