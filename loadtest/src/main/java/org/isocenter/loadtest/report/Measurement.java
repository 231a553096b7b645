/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.report;

import org.HdrHistogram.Histogram;

/**
 * What came out of a round.
 *
 * @param micros of each request, in microseconds
 * @param bytes of data sets or bodies
 * @param items instances that the requests were about
 * @param seconds that the round took
 */
public record Measurement(Histogram micros, long bytes, long items, double seconds) {

    /** Items a second. */
    public double rate() {
        return items / seconds;
    }
}
