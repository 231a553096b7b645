/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.util.Map;

import org.isocenter.loadtest.verify.VerifyResult;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/**
 * What a fault did. Times are in seconds.
 *
 * @param fault its name
 * @param outage whether the archive could not be expected to store while it lasted
 * @param held from its beginning until it was put right
 * @param ready from then until all processes said so; -1 when they did not in time
 * @param rateBefore stores acknowledged a second before it
 * @param rateLowest in the worst five seconds after its beginning
 * @param rateBack from its beginning (of an outage: from its end) until five seconds with four fifths of the rate before; -1 when that did
 *     not come
 * @param errorSeconds seconds in which a client saw an error
 * @param lastError from its beginning to the last error, 0 when there was none
 * @param errors attempts that failed after its beginning, by kind
 * @param failures operations that failed after all retries, by kind
 * @param acknowledged instances of the ledger
 * @param problems that the ledger shows afterwards, by kind
 * @param trouble what the fault could not do, or empty
 */
public record FaultOutcome(
        String fault,
        boolean outage,
        double held,
        double ready,
        double rateBefore,
        double rateLowest,
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

    /** Whether nothing is lost, and everything was as before in time. */
    public boolean passed() {
        boolean prompt = outage || errorSeconds <= ERROR_SECONDS;
        return trouble.isEmpty()
                && problems.isEmpty()
                && prompt
                && ready >= 0
                && rateBack >= 0
                && rateBack <= BACK_SECONDS;
    }

    /** The same with what the ledger shows. */
    FaultOutcome verified(VerifyResult result) {
        return new FaultOutcome(
                fault,
                outage,
                held,
                ready,
                rateBefore,
                rateLowest,
                rateBack,
                errorSeconds,
                lastError,
                errors,
                failures,
                result.stored(),
                result.problems(),
                trouble);
    }
}
