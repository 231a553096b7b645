/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import org.HdrHistogram.Histogram;

/**
 * One operation in one interval.
 *
 * @param succeeded operations
 * @param failed operations, after retries
 * @param firstErrors attempts that failed, retried or not
 * @param bytes sent or received
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 * @param max milliseconds
 */
public record OperationSample(
        long succeeded, long failed, long firstErrors, long bytes, double p50, double p95, double p99, double max) {

    static OperationSample of(Histogram micros, long failed, long firstErrors, long bytes) {
        Latency latency = Latency.of(micros);
        return new OperationSample(
                latency.count(),
                failed,
                firstErrors,
                bytes,
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.max());
    }
}
