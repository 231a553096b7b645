/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.scenario.Threshold;

/**
 * A threshold and what came out.
 *
 * @param key as written in the scenario
 * @param limit as written in the scenario
 * @param value that came out, with its unit
 * @param passed whether it is within the limit
 */
public record Verdict(String key, String limit, String value, boolean passed) {

    /** Compares the thresholds with the results. */
    static List<Verdict> of(List<Threshold> thresholds, Map<String, OperationResult> operations) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            verdicts.add(of(threshold, operations));
        }
        return verdicts;
    }

    private static Verdict of(Threshold threshold, Map<String, OperationResult> operations) {
        List<OperationResult> meant = operations.entrySet().stream()
                .filter(each -> threshold.operation().isEmpty()
                        ? !each.getKey().endsWith("-study") || each.getKey().startsWith("wado")
                        : each.getKey().equals(threshold.operation())
                                || each.getKey().startsWith(threshold.operation() + "-by-"))
                .map(Map.Entry::getValue)
                .toList();
        if (meant.stream().mapToLong(each -> each.succeeded() + each.failed()).sum() == 0) {
            return new Verdict(threshold.key(), threshold.text(), "nothing was done", false);
        }
        double value = value(threshold.metric(), meant);
        boolean passed = threshold.isLeast() ? value >= threshold.limit() : value <= threshold.limit();
        return new Verdict(threshold.key(), threshold.text(), text(threshold.metric(), value), passed);
    }

    private static double value(String metric, List<OperationResult> meant) {
        double all = meant.stream()
                .mapToLong(each -> each.succeeded() + each.failed())
                .sum();
        return switch (metric) {
            case "errors" -> meant.stream().mapToLong(OperationResult::failed).sum() / all;
            case "first-errors" ->
                meant.stream().mapToLong(OperationResult::firstErrors).sum() / all;
            case "late" -> meant.stream().mapToLong(OperationResult::late).sum() / all;
            case "rate" ->
                meant.stream().mapToDouble(OperationResult::perSecond).sum();
            case "megabytes" ->
                meant.stream().mapToDouble(OperationResult::megabytesPerSecond).sum();
            default ->
                meant.stream().mapToDouble(each -> millis(metric, each)).max().orElse(0);
        };
    }

    private static double millis(String metric, OperationResult result) {
        return switch (metric) {
            case "mean" -> result.latency().mean();
            case "p50" -> result.latency().p50();
            case "p90" -> result.latency().p90();
            case "p95" -> result.latency().p95();
            case "p99" -> result.latency().p99();
            case "p99.9" -> result.latency().p999();
            case "max" -> result.latency().max();
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static String text(String metric, double value) {
        return switch (metric) {
            case "errors", "first-errors", "late" -> String.format(Locale.ROOT, "%.3f%%", value * 100);
            case "rate" -> String.format(Locale.ROOT, "%.1f/s", value);
            case "megabytes" -> String.format(Locale.ROOT, "%.1f MB/s", value);
            default -> String.format(Locale.ROOT, "%.1f ms", value);
        };
    }
}
