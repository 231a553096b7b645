/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.util.Map;

/**
 * An interval of a run.
 *
 * @param second at its end, from the beginning of the load
 * @param seconds how long it was
 * @param operations by their labels, those of which something happened
 * @param errors attempts that failed, by kind
 * @param failures operations that failed after retries, by kind
 */
public record Sample(
        double second,
        double seconds,
        Map<String, OperationSample> operations,
        Map<String, Long> errors,
        Map<String, Long> failures) {

    /** Takes the maps over. */
    public Sample {
        operations = Map.copyOf(operations);
        errors = Map.copyOf(errors);
        failures = Map.copyOf(failures);
    }

    /** Operations that succeeded. */
    public long succeeded() {
        return operations.values().stream()
                .mapToLong(OperationSample::succeeded)
                .sum();
    }

    /** Operations that failed after retries. */
    public long failed() {
        return operations.values().stream().mapToLong(OperationSample::failed).sum();
    }

    /** Attempts that failed. */
    public long firstErrors() {
        return operations.values().stream()
                .mapToLong(OperationSample::firstErrors)
                .sum();
    }
}
