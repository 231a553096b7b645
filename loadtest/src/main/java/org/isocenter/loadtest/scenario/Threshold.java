/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.List;
import java.util.Locale;

/**
 * What must come out of a run.
 *
 * @param key as written: a metric of the whole run, or operation.metric
 * @param operation label, or empty for the whole run
 * @param metric which
 * @param limit in milliseconds, a second, million bytes a second, a share, or a number
 * @param text the limit as written
 */
public record Threshold(String key, String operation, String metric, double limit, String text) {

    private static final List<String> TIMES = List.of("p50", "p90", "p95", "p99", "p99.9", "max", "mean");
    private static final List<String> SHARES = List.of("errors", "first-errors", "late");
    private static final List<String> RATES = List.of("rate", "megabytes");

    /** Reads one. */
    static Threshold parse(String path, String key, String text) {
        int dot = key.indexOf('.');
        boolean whole = SHARES.contains(key) || RATES.contains(key);
        String operation = whole || dot < 0 ? "" : key.substring(0, dot);
        String metric = whole || dot < 0 ? key : key.substring(dot + 1);
        if (!operation.isEmpty() && OperationKind.of(operation).isEmpty()) {
            throw new ScenarioException(path + ": there is no operation " + operation + "; there are "
                    + String.join(", ", OperationKind.labels()));
        }
        double limit;
        if (TIMES.contains(metric) && !operation.isEmpty()) {
            limit = Units.duration(path, text).toNanos() / 1e6;
        } else if (SHARES.contains(metric)) {
            limit = share(path, text);
        } else if (RATES.contains(metric)) {
            limit = metric.equals("rate") ? Units.rate(path, text) : number(path, text);
        } else {
            throw new ScenarioException(path + ": there is no such threshold; write errors, first-errors, late, rate or"
                    + " megabytes for the whole run, or an operation with one of them or with "
                    + String.join(", ", TIMES) + ", such as c-store.p95: 200ms");
        }
        return new Threshold(key, operation, metric, limit, text);
    }

    /** Whether the limit is the least that is wanted, not the most that is allowed. */
    public boolean isLeast() {
        return RATES.contains(metric);
    }

    private static double share(String path, String text) {
        String number = text.trim();
        return number.endsWith("%")
                ? number(path, number.substring(0, number.length() - 1)) / 100
                : number(path, number);
    }

    private static double number(String path, String text) {
        try {
            return Double.parseDouble(text.trim().toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            throw new ScenarioException(path + ": '" + text + "' is no number; a share is written as 0.5%");
        }
    }
}
