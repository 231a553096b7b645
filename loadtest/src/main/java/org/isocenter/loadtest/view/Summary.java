/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.view;

import java.util.Locale;

import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.run.Verdict;

/** The result of a run as text. */
public final class Summary {

    private Summary() {}

    /** Lines for the end. */
    public static String of(RunResult result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s: %.1f operations/s in %.0f s%n%-22s %10s %9s %9s %9s %9s %9s %9s %8s %8s%n",
                result.name(),
                result.perSecond(),
                result.seconds(),
                "operation",
                "done",
                "per s",
                "MB/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "retried",
                "failed"));
        result.operations()
                .forEach((label, each) -> text.append(String.format(
                        Locale.ROOT,
                        "%-22s %10d %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %8d %8d%n",
                        label,
                        each.succeeded(),
                        each.perSecond(),
                        each.megabytesPerSecond(),
                        each.latency().p50(),
                        each.latency().p95(),
                        each.latency().p99(),
                        each.latency().max(),
                        Math.max(0, each.firstErrors() - each.failed()),
                        each.failed())));
        if (!result.errors().isEmpty()) {
            text.append("errors of attempts: ")
                    .append(Lines.counts(result.errors()))
                    .append('\n');
            result.examples().forEach((kind, message) -> text.append("  ")
                    .append(kind)
                    .append(", for example ")
                    .append(message)
                    .append('\n'));
        }
        for (Verdict verdict : result.thresholds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %s: %s (limit %s)%n",
                    verdict.passed() ? "held  " : "BROKEN",
                    verdict.key(),
                    verdict.value(),
                    verdict.limit()));
        }
        if (!result.aborted().isEmpty()) {
            text.append("ended early: ").append(result.aborted()).append('\n');
        }
        return text.toString();
    }
}
