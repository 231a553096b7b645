/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import org.HdrHistogram.Histogram;

/**
 * A distribution of times in milliseconds.
 *
 * @param count how many
 * @param mean of all
 * @param p50 half are not longer
 * @param p90 nine of ten are not longer
 * @param p95 nineteen of twenty are not longer
 * @param p99 of a hundred one is longer
 * @param p999 of a thousand one is longer
 * @param max the longest
 */
public record Latency(
        long count, double mean, double p50, double p90, double p95, double p99, double p999, double max) {

    private static final double MICROS = 1000.0;

    /** Of a histogram of microseconds. */
    public static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                round(micros.getTotalCount() == 0 ? 0 : micros.getMean()),
                at(micros, 50),
                at(micros, 90),
                at(micros, 95),
                at(micros, 99),
                at(micros, 99.9),
                round(micros.getTotalCount() == 0 ? 0 : micros.getMaxValue()));
    }

    private static double at(Histogram micros, double percentile) {
        return round(micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile));
    }

    private static double round(double micros) {
        return Math.round(micros) / MICROS;
    }
}
