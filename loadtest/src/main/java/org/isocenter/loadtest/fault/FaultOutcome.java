/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.util.Map;

import org.isocenter.loadtest.verify.VerifyResult.Problem;

/**
 * What a fault did. Times are in seconds.
 *
 * @param fault its name
 * @param outage whether the archive could not be expected to store while it lasted
 * @param held from its beginning until it began to be put right
 * @param ready from when it began to be put right until all processes were ready; -1 when they were not in time
 * @param rateBefore stores acknowledged a second before it
 * @param rateLowest in the worst five seconds after its beginning
 * @param rateAfter in the last five seconds
 * @param rateBack from its beginning (of an outage: from its end) until five seconds with four fifths of the rate before; -1 when that did
 *     not come
 * @param errorSeconds seconds in which a client saw an error, from its beginning (of an outage: from its end)
 * @param lastError from its beginning to the last error, 0 when there was none
 * @param errors attempts that failed after its beginning, by kind
 * @param failures operations that failed after all retries, by kind
 * @param acknowledged instances of its ledgers
 * @param problems that the ledgers show afterwards, by kind
 * @param trouble what could not be done, or empty
 */
public record FaultOutcome(
        String fault,
        boolean outage,
        double held,
        double ready,
        double rateBefore,
        double rateLowest,
        double rateAfter,
        double rateBack,
        int errorSeconds,
        double lastError,
        Map<String, Long> errors,
        Map<String, Long> failures,
        long acknowledged,
        Map<Problem, Long> problems,
        String trouble) {

    private static final double BACK_SECONDS = 30;
    private static final double ERROR_SECONDS = 10;

    static FaultOutcome of(Fault fault, Recovery recovery, double rateBefore, double ready, String trouble) {
        boolean outage = fault.isOutage();
        return new FaultOutcome(
                fault.name(),
                outage,
                recovery.held(),
                ready,
                rateBefore,
                recovery.lowest(),
                recovery.last(),
                recovery.back(rateBefore, outage),
                recovery.errorSeconds(outage),
                recovery.lastError(),
                recovery.errors(),
                recovery.failures(),
                0,
                Map.of(),
                trouble);
    }

    /** A fault that could not be watched to its end. */
    static FaultOutcome broken(Fault fault, String trouble) {
        return new FaultOutcome(
                fault.name(), fault.isOutage(), 0, -1, 0, 0, 0, -1, 0, 0, Map.of(), Map.of(), 0, Map.of(), trouble);
    }

    /** Whether nothing is lost, and everything was as before in time. */
    public boolean passed() {
        return nothingLost() && rateBack >= 0 && rateBack <= BACK_SECONDS && errorSeconds <= ERROR_SECONDS;
    }

    /** Whether it happened, what was acknowledged is there, and the archive stores again, whenever that was. */
    public boolean nothingLost() {
        return trouble.isEmpty() && problems.isEmpty() && acknowledged > 0 && ready >= 0 && rateAfter > 0;
    }

    /** The same with what the ledgers show. */
    FaultOutcome verified(long stored, Map<Problem, Long> wrong) {
        return with(stored, wrong, trouble);
    }

    /** The same with one more thing that could not be done. */
    FaultOutcome troubled(String more) {
        return with(acknowledged, problems, trouble.isEmpty() ? more : trouble + "; " + more);
    }

    private FaultOutcome with(long stored, Map<Problem, Long> wrong, String troubles) {
        return new FaultOutcome(
                fault,
                outage,
                held,
                ready,
                rateBefore,
                rateLowest,
                rateAfter,
                rateBack,
                errorSeconds,
                lastError,
                errors,
                failures,
                stored,
                wrong,
                troubles);
    }
}
