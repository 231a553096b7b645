/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.metrics.OperationSample;
import org.isocenter.loadtest.metrics.Sample;
import org.isocenter.loadtest.run.RunProgress;

/** Writes the state of a run as text. */
final class Lines {

    private static final int BAR = 30;
    private static final int RECENT = 5;

    private Lines() {}

    /** All of it, for a terminal. */
    static List<String> whole(String name, RunProgress progress, List<Sample> timeline) {
        List<String> lines = new ArrayList<>();
        lines.add(head(name, progress));
        if (progress.phase().compareTo(RunProgress.Phase.WARMING_UP) < 0) {
            return lines;
        }
        List<Sample> recent = timeline.subList(Math.max(0, timeline.size() - RECENT), timeline.size());
        lines.add(String.format(
                Locale.ROOT,
                "%-22s %9s %8s %9s %9s %9s %9s %8s",
                "operation",
                "now/s",
                "mean/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "MB/s",
                "failed"));
        progress.operations().forEach((label, result) -> lines.add(operation(label, result, recent)));
        if (progress.errors().isEmpty()) {
            lines.add("no errors");
        } else {
            lines.add("errors      " + counts(progress.errors()));
            lines.add("failed      "
                    + (progress.failures().isEmpty() ? "none after retries" : counts(progress.failures())));
        }
        if (progress.storedInLedger() >= 0) {
            lines.add("ledger      " + progress.storedInLedger() + " acknowledged instances");
        }
        return lines;
    }

    /** One line, for a file. */
    static String brief(RunProgress progress, List<Sample> timeline) {
        if (timeline.isEmpty()) {
            return head("", progress).trim();
        }
        List<Sample> recent = timeline.subList(Math.max(0, timeline.size() - RECENT), timeline.size());
        double seconds = recent.stream().mapToDouble(Sample::seconds).sum();
        double p95 = recent.stream()
                .flatMap(sample -> sample.operations().values().stream())
                .mapToDouble(OperationSample::p95)
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%s %s of %s  %.1f/s  worst p95 %.1f ms  errors %d  failed %d%s",
                phase(progress.phase()),
                time(progress.elapsed()),
                time(progress.whole()),
                recent.stream().mapToLong(Sample::succeeded).sum() / Math.max(1e-9, seconds),
                p95,
                progress.errors().values().stream().mapToLong(Long::longValue).sum(),
                progress.failures().values().stream().mapToLong(Long::longValue).sum(),
                progress.storedInLedger() < 0 ? "" : "  ledger " + progress.storedInLedger());
    }

    private static String head(String name, RunProgress progress) {
        if (progress.phase() == RunProgress.Phase.GENERATING) {
            return name + "  making images";
        }
        if (progress.phase() == RunProgress.Phase.PREPARING) {
            return name + "  storing what readers need: " + progress.done() + " of " + progress.toDo() + " studies";
        }
        double share = Math.min(
                1, progress.elapsed().toNanos() / (double) progress.whole().toNanos());
        int filled = (int) Math.round(share * BAR);
        Duration left = progress.whole().minus(progress.elapsed());
        return name + "  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + time(progress.elapsed()) + " of "
                + time(progress.whole())
                + (left.isNegative() ? "" : ", " + time(left) + " left")
                + "  " + phase(progress.phase())
                + "  " + progress.studies() + " studies";
    }

    private static String operation(String label, OperationResult result, List<Sample> recent) {
        double seconds = 0;
        long count = 0;
        double p95 = 0;
        double p99 = 0;
        double p50 = 0;
        for (Sample sample : recent) {
            seconds += sample.seconds();
            OperationSample own = sample.operations().get(label);
            if (own != null) {
                count += own.succeeded();
                p50 = Math.max(p50, own.p50());
                p95 = Math.max(p95, own.p95());
                p99 = Math.max(p99, own.p99());
            }
        }
        boolean counted = result.succeeded() > 0;
        return String.format(
                Locale.ROOT,
                "%-22s %9.1f %8.1f %9.1f %9.1f %9.1f %9.1f %8d",
                label,
                seconds == 0 ? 0 : count / seconds,
                result.perSecond(),
                counted ? result.latency().p50() : p50,
                counted ? result.latency().p95() : p95,
                counted ? result.latency().p99() : p99,
                result.megabytesPerSecond(),
                result.failed());
    }

    private static String phase(RunProgress.Phase phase) {
        return switch (phase) {
            case GENERATING -> "making images";
            case PREPARING -> "preparing";
            case WARMING_UP -> "warming up";
            case RUNNING -> "running";
            case DRAINING -> "draining";
            case ENDED -> "ended";
        };
    }

    static String counts(Map<String, Long> counts) {
        List<String> each = new ArrayList<>();
        counts.forEach((kind, count) -> each.add(kind + ": " + count));
        return String.join(", ", each);
    }

    static String time(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
