/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * One operation in the whole run, without the warm-up.
 *
 * @param succeeded operations
 * @param failed operations, after retries
 * @param firstErrors attempts that failed, retried or not
 * @param late operations of an open loop that began more than 100 ms after they were due, or never
 * @param bytes sent or received
 * @param perSecond operations that succeeded
 * @param megabytesPerSecond millions of bytes
 * @param latency from when an operation was due until it was done, retries included
 * @param service of the attempt that succeeded, without waiting for a free client
 * @param percentiles the latency in milliseconds for drawing
 */
public record OperationResult(
        long succeeded,
        long failed,
        long firstErrors,
        long late,
        long bytes,
        double perSecond,
        double megabytesPerSecond,
        Latency latency,
        Latency service,
        List<Point> percentiles) {

    private static final double MEGA = 1e6;

    /** Takes the list over. */
    public OperationResult {
        percentiles = List.copyOf(percentiles);
    }

    /**
     * A point of the distribution.
     *
     * @param percentile per cent
     * @param millis that they do not exceed
     */
    public record Point(double percentile, double millis) {}

    static OperationResult of(
            Histogram latency,
            Histogram service,
            long failed,
            long firstErrors,
            long late,
            long bytes,
            double seconds) {
        List<Point> points = new ArrayList<>();
        if (latency.getTotalCount() > 0) {
            for (double above = 100; above > 0.0009 && above * latency.getTotalCount() >= 50; above /= 1.3) {
                points.add(new Point(100 - above, latency.getValueAtPercentile(100 - above) / 1000.0));
            }
            points.add(new Point(100, latency.getMaxValue() / 1000.0));
        }
        return new OperationResult(
                latency.getTotalCount(),
                failed,
                firstErrors,
                late,
                bytes,
                latency.getTotalCount() / seconds,
                bytes / MEGA / seconds,
                Latency.of(latency),
                Latency.of(service),
                points);
    }
}
