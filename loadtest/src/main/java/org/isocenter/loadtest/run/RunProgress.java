/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.time.Duration;
import java.util.Map;

import org.isocenter.loadtest.metrics.OperationResult;

/**
 * How far a run is.
 *
 * @param phase what it does
 * @param elapsed since the phase began
 * @param whole how long the load takes, zero when not known
 * @param done studies prepared, in the phase of preparation
 * @param toDo studies to be prepared
 * @param studies that readers know
 * @param operations until the last second
 * @param failures operations that failed after retries, by kind
 * @param errors attempts that failed, by kind
 * @param storedInLedger acknowledged instances, -1 without a ledger
 */
public record RunProgress(
        Phase phase,
        Duration elapsed,
        Duration whole,
        int done,
        int toDo,
        int studies,
        Map<String, OperationResult> operations,
        Map<String, Long> failures,
        Map<String, Long> errors,
        long storedInLedger) {

    /** What a run does. */
    public enum Phase {
        /** Making pixels. */
        GENERATING,
        /** Storing what readers need. */
        PREPARING,
        /** Not counted yet. */
        WARMING_UP,
        /** Under load. */
        RUNNING,
        /** Waiting for what is under way. */
        DRAINING,
        /** Over. */
        ENDED
    }
}
