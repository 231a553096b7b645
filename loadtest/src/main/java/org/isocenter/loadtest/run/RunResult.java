/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.metrics.Sample;

/**
 * What came out of a run; what the JSON file holds.
 *
 * @param name of the run, for comparisons
 * @param scenario its name
 * @param description of the scenario
 * @param started ISO 8601
 * @param seconds that count
 * @param seed of everything that was random
 * @param targets addresses
 * @param machine on which the load was generated
 * @param operations by their labels
 * @param errors attempts that failed, by kind
 * @param failures operations that failed after retries, by kind
 * @param examples a message of each kind
 * @param thresholds and whether they hold
 * @param passed whether all do
 * @param aborted why it ended early, or empty
 * @param ledger of stores, or null
 * @param warmUpSeconds that the totals leave out
 * @param timeline second by second
 */
public record RunResult(
        String name,
        String scenario,
        String description,
        String started,
        double seconds,
        long seed,
        List<String> targets,
        String machine,
        Map<String, OperationResult> operations,
        Map<String, Long> errors,
        Map<String, Long> failures,
        Map<String, String> examples,
        List<Verdict> thresholds,
        boolean passed,
        String aborted,
        LedgerCounts ledger,
        double warmUpSeconds,
        List<Sample> timeline) {

    /**
     * What the ledger was told.
     *
     * @param file where it is
     * @param stored acknowledged
     * @param refused attempts
     * @param unknown attempts without an answer
     */
    public record LedgerCounts(String file, long stored, long refused, long unknown) {}

    /** Operations that succeeded, a second. */
    public double perSecond() {
        return operations.values().stream()
                .mapToDouble(OperationResult::perSecond)
                .sum();
    }
}
