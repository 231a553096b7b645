/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.run.Verdict;
import org.isocenter.loadtest.verify.VerifyResult;

/** The tables of the report. */
final class Tables {

    private static final int FINDINGS = 100;

    private Tables() {}

    static void operations(StringBuilder html, RunResult run) {
        html.append("<div class=\"card\"><table><tr><th class=\"left\">operation</th>");
        for (String each : new String[] {
            "done",
            "per s",
            "MB/s",
            "mean",
            "p50",
            "p90",
            "p95",
            "p99",
            "p99.9",
            "max",
            "service p95",
            "late",
            "retried",
            "failed"
        }) {
            html.append("<th>").append(each).append("</th>");
        }
        html.append("</tr>");
        run.operations().forEach((label, each) -> {
            html.append("<tr><td class=\"left\">").append(Html.escape(label)).append("</td>");
            cell(html, HtmlReport.grouped(each.succeeded()));
            cell(html, number(each.perSecond()));
            cell(html, number(each.megabytesPerSecond()));
            for (double millis : new double[] {
                each.latency().mean(),
                each.latency().p50(),
                each.latency().p90(),
                each.latency().p95(),
                each.latency().p99(),
                each.latency().p999(),
                each.latency().max(),
                each.service().p95()
            }) {
                cell(html, number(millis));
            }
            cell(html, HtmlReport.grouped(each.late()));
            cell(html, HtmlReport.grouped(Math.max(0, each.firstErrors() - each.failed())));
            html.append(each.failed() > 0 ? "<td class=\"bad\">" : "<td>")
                    .append(HtmlReport.grouped(each.failed()))
                    .append("</td></tr>");
        });
        html.append("</table><p class=\"lead\" style=\"margin:8px 0 0\">Times in milliseconds.</p></div>");
    }

    static void comparison(StringBuilder html, List<RunResult> runs) {
        html.append("<div class=\"card\"><table><tr><th class=\"left\">operation</th><th class=\"left\">run</th>");
        for (String each : new String[] {
            "done", "per s", "MB/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "failed", "rate : first", "p95 : first"
        }) {
            html.append("<th>").append(each).append("</th>");
        }
        html.append("</tr>");
        TreeSet<String> labels = new TreeSet<>();
        runs.forEach(run -> labels.addAll(run.operations().keySet()));
        for (String label : labels) {
            OperationResult base = runs.get(0).operations().get(label);
            boolean first = true;
            for (RunResult run : runs) {
                OperationResult each = run.operations().get(label);
                html.append(first ? "<tr class=\"group\">" : "<tr>");
                html.append("<td class=\"left\">")
                        .append(first ? Html.escape(label) : "")
                        .append("</td>");
                html.append("<td class=\"left\">")
                        .append(Html.escape(run.name()))
                        .append("</td>");
                first = false;
                if (each == null) {
                    html.append("<td colspan=\"10\" class=\"left\">not done</td></tr>");
                    continue;
                }
                cell(html, HtmlReport.grouped(each.succeeded()));
                cell(html, number(each.perSecond()));
                cell(html, number(each.megabytesPerSecond()));
                cell(html, number(each.latency().p50()));
                cell(html, number(each.latency().p95()));
                cell(html, number(each.latency().p99()));
                cell(html, number(each.latency().max()));
                html.append(each.failed() > 0 ? "<td class=\"bad\">" : "<td>")
                        .append(HtmlReport.grouped(each.failed()))
                        .append("</td>");
                boolean comparable = base != null && base != each && base.succeeded() > 0 && each.succeeded() > 0;
                ratio(html, comparable ? each.perSecond() / base.perSecond() : Double.NaN, true);
                ratio(html, comparable ? each.latency().p95() / base.latency().p95() : Double.NaN, false);
                html.append("</tr>");
            }
        }
        html.append("</table></div>");
    }

    private static void ratio(StringBuilder html, double ratio, boolean moreIsBetter) {
        if (Double.isNaN(ratio)) {
            html.append("<td></td>");
            return;
        }
        boolean clear = ratio < 0.9 || ratio > 1.1;
        String style = !clear ? "" : ratio > 1 == moreIsBetter ? " class=\"good\"" : " class=\"bad\"";
        html.append("<td")
                .append(style)
                .append('>')
                .append(String.format(Locale.ROOT, "%.2f", ratio))
                .append("</td>");
    }

    static void thresholds(StringBuilder html, List<RunResult> runs) {
        List<Verdict> named = runs.stream()
                .map(RunResult::thresholds)
                .filter(Objects::nonNull)
                .max((a, b) -> a.size() - b.size())
                .orElse(List.of());
        if (named.isEmpty()) {
            return;
        }
        html.append(
                "<h2>Thresholds</h2><div class=\"card\"><table><tr><th class=\"left\">threshold</th><th>limit</th>");
        runs.forEach(run -> html.append("<th>")
                .append(runs.size() == 1 ? "came out" : Html.escape(run.name()))
                .append("</th>"));
        html.append("</tr>");
        for (Verdict verdict : named) {
            html.append("<tr><td class=\"left\">")
                    .append(Html.escape(verdict.key()))
                    .append("</td>");
            cell(html, Html.escape(verdict.limit()));
            for (RunResult run : runs) {
                Verdict own = run.thresholds().stream()
                        .filter(each -> each.key().equals(verdict.key()))
                        .findFirst()
                        .orElse(null);
                html.append(own == null ? "<td>" : own.passed() ? "<td class=\"good\">" : "<td class=\"bad\">")
                        .append(own == null ? "" : Html.escape(own.value()))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table></div>");
    }

    static void verification(StringBuilder html, VerifyResult result) {
        html.append("<h2>Ledger of ")
                .append(Html.escape(String.join(", ", result.targets())))
                .append(" <span class=\"badge ")
                .append(
                        result.passed()
                                ? "good\">nothing lost, altered, duplicated or unfound"
                                : "bad\">problems found")
                .append("</span></h2><div class=\"card\"><table class=\"dense\"><tr>");
        String[] heads = {"studies", "acknowledged", "no answer", "of those there", "refused", "of those there"};
        for (String each : heads) {
            html.append("<th>").append(each).append("</th>");
        }
        result.retrieved()
                .keySet()
                .forEach(way -> html.append("<th>compared by ").append(way).append("</th>"));
        for (VerifyResult.Problem each : VerifyResult.Problem.values()) {
            html.append("<th>").append(each.name().toLowerCase(Locale.ROOT)).append("</th>");
        }
        html.append("</tr><tr>");
        for (long each : new long[] {
            result.studies(),
            result.stored(),
            result.unknown(),
            result.unknownPresent(),
            result.refused(),
            result.refusedPresent()
        }) {
            cell(html, HtmlReport.grouped(each));
        }
        result.retrieved().values().forEach(count -> cell(html, HtmlReport.grouped(count)));
        for (VerifyResult.Problem each : VerifyResult.Problem.values()) {
            long count = result.problems().getOrDefault(each, 0L);
            html.append(count > 0 ? "<td class=\"bad\">" : "<td class=\"good\">")
                    .append(HtmlReport.grouped(count))
                    .append("</td>");
        }
        html.append("</tr></table>");
        if (!result.findings().isEmpty()) {
            html.append("<h3>First findings</h3><table>");
            result.findings().stream().limit(FINDINGS).forEach(each -> html.append("<tr><td class=\"left bad\">")
                    .append(each.problem().name().toLowerCase(Locale.ROOT))
                    .append("</td><td class=\"left\">")
                    .append(Html.escape(each.way()))
                    .append("</td><td class=\"wrap\">")
                    .append(Html.escape(
                            each.sopInstanceUid().isEmpty() ? each.studyInstanceUid() : each.sopInstanceUid()))
                    .append("</td><td class=\"wrap\">")
                    .append(Html.escape(each.detail()))
                    .append("</td></tr>"));
            html.append("</table>");
        }
        html.append("</div>");
    }

    static void errors(StringBuilder html, RunResult run) {
        html.append("<table><tr><th class=\"left\">kind</th><th>attempts</th><th>operations, after retries</th>"
                + "<th class=\"left\">for example</th></tr>");
        for (Map.Entry<String, Long> each : run.errors().entrySet()) {
            html.append("<tr><td class=\"left\">")
                    .append(Html.escape(each.getKey()))
                    .append("</td>");
            cell(html, HtmlReport.grouped(each.getValue()));
            cell(html, HtmlReport.grouped(run.failures().getOrDefault(each.getKey(), 0L)));
            html.append("<td class=\"wrap\">")
                    .append(Html.escape(run.examples().getOrDefault(each.getKey(), "")))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private static void cell(StringBuilder html, String value) {
        html.append("<td>").append(value).append("</td>");
    }

    private static String number(double value) {
        return value >= 1000
                ? HtmlReport.grouped(Math.round(value))
                : String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
