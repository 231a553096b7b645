/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.util.Locale;

import org.HdrHistogram.Histogram;

/**
 * What came out of a round or of several.
 *
 * @param target its name
 * @param operation its name
 * @param clients at the same time
 * @param micros of each request, in microseconds
 * @param bytes of payload
 * @param seconds of the rounds together
 */
record Measurement(String target, String operation, int clients, Histogram micros, long bytes, double seconds) {

    private static final double MEGA = 1_000_000.0;

    /** Requests a second. */
    double rate() {
        return micros.getTotalCount() / seconds;
    }

    /** This and another round of the same. */
    Measurement plus(Measurement other) {
        Histogram sum = micros.copy();
        sum.add(other.micros);
        return new Measurement(target, operation, clients, sum, bytes + other.bytes, seconds + other.seconds);
    }

    /** A line of the table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-24s %-12s %3d clients %10.1f/s %9.1f MB/s   median %8.2f ms   p99 %8.2f ms",
                operation,
                target,
                clients,
                rate(),
                bytes / seconds / MEGA,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }

    /** An object of the JSON report. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"operation\":\"%s\",\"target\":\"%s\",\"clients\":%d,\"requests\":%d,\"perSecond\":%.2f,"
                        + "\"megabytesPerSecond\":%.2f,\"medianMillis\":%.3f,\"p99Millis\":%.3f}",
                operation,
                target,
                clients,
                micros.getTotalCount(),
                rate(),
                bytes / seconds / MEGA,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }
}
