/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.metrics.RunRecorder;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.scenario.Scenario;

/** Sums up a run. */
public final class RunResults {

    private RunResults() {}

    static RunResult of(
            Scenario scenario,
            RunRecorder recorder,
            Optional<LedgerWriter> ledger,
            long seed,
            String started,
            Exception failure,
            boolean stopped) {
        Map<String, OperationResult> operations = recorder.results();
        List<Verdict> verdicts = Verdict.of(scenario.thresholds(), operations);
        String aborted = failure != null ? String.valueOf(failure) : stopped ? "stopped before its end" : "";
        return new RunResult(
                scenario.name(),
                scenario.name(),
                scenario.description(),
                started,
                recorder.countedSeconds(),
                seed,
                scenario.access().targets().stream().map(RunResults::address).toList(),
                machine(),
                operations,
                recorder.errors(),
                recorder.failures(),
                recorder.examples(),
                verdicts,
                failure == null && verdicts.stream().allMatch(Verdict::passed),
                aborted,
                ledger.map(each -> new RunResult.LedgerCounts(
                                each.file().toString(), each.storedCount(), each.refusedCount(), each.unknownCount()))
                        .orElse(null),
                scenario.warmUp().toMillis() / 1000.0,
                List.copyOf(recorder.timeline()));
    }

    private static String address(Target target) {
        StringBuilder text = new StringBuilder(target.name());
        if (target.dicomPort() > 0) {
            text.append(' ')
                    .append(target.aet())
                    .append('@')
                    .append(target.host())
                    .append(':')
                    .append(target.dicomPort());
        }
        if (target.web() != null) {
            text.append(' ').append(target.web());
        }
        return text.toString();
    }

    /** The machine on which this program runs, in words. */
    public static String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores, Java %s",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    }
}
