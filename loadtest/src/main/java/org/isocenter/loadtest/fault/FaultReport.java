/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.isocenter.loadtest.verify.VerifyResult.Problem;

/**
 * What came out of a run with faults; what its JSON file holds.
 *
 * @param scenario the traffic
 * @param started ISO 8601
 * @param machine on which all ran
 * @param outcomes in their order
 * @param acknowledged instances of all ledgers
 * @param problems of all ledgers, checked again after the last fault
 * @param ledgerDecides whether times do not count
 * @param passed whether every fault passed by that and nothing is wrong in the end
 */
public record FaultReport(
        String scenario,
        String started,
        String machine,
        List<FaultOutcome> outcomes,
        long acknowledged,
        Map<Problem, Long> problems,
        boolean ledgerDecides,
        boolean passed) {

    private static final String HEAD =
            "| fault | held | ready after | stores/s before, lowest, after | rate back after | errors seen | ledger | |\n"
                    + "|---|---:|---:|---:|---:|---|---|---|\n";

    /** Takes the list over. */
    public FaultReport {
        outcomes = List.copyOf(outcomes);
    }

    /** A table for people, in Markdown. */
    public String markdown() {
        return HEAD
                + outcomes.stream().map(FaultReport::row).collect(Collectors.joining())
                + String.format(
                        Locale.ROOT,
                        "%n%d faults, %d instances acknowledged; checked again after the last: %s.%n",
                        outcomes.size(),
                        acknowledged,
                        problems.isEmpty() ? "nothing lost, altered, duplicated, unfound or phantom" : problems);
    }

    /** One line of the table. */
    public static String row(FaultOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f s | %s | %.1f, %.1f, %.1f | %s | %s | %d: %s | %s |%n",
                outcome.fault(),
                outcome.held(),
                seconds(outcome.ready()),
                outcome.rateBefore(),
                outcome.rateLowest(),
                outcome.rateAfter(),
                seconds(outcome.rateBack()),
                errors(outcome),
                outcome.acknowledged(),
                outcome.problems().isEmpty() ? "all there" : outcome.problems(),
                outcome.passed()
                        ? "passed"
                        : (outcome.nothingLost() ? "late" : "**failed** " + outcome.trouble()).strip());
    }

    private static String errors(FaultOutcome outcome) {
        if (outcome.errors().isEmpty() && outcome.failures().isEmpty()) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "in %d s, the last after %.0f s: %s%s",
                outcome.errorSeconds(),
                outcome.lastError(),
                counted(outcome.errors()),
                outcome.failures().isEmpty() ? "" : "; after all retries: " + counted(outcome.failures()));
    }

    private static String counted(Map<String, Long> kinds) {
        return kinds.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seconds(double value) {
        return value < 0 ? "not in time" : String.format(Locale.ROOT, "%.0f s", value);
    }
}
