/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.report;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/** The rounds of one operation against one archive. Not thread-safe. */
public final class Series {

    private static final double MEGA = 1_000_000.0;
    private static final double MICROS_PER_MILLI = 1000.0;
    private static final long MAX_MICROS = 600_000_000L;

    private final String target;
    private final List<Measurement> rounds = new ArrayList<>();
    private final Histogram micros = new Histogram(MAX_MICROS, 3);
    private long bytes;
    private double seconds;

    /** Begins without rounds. */
    public Series(String target) {
        this.target = target;
    }

    /** Adds a round. */
    public void add(Measurement round) {
        rounds.add(round);
        micros.add(round.micros());
        bytes += round.bytes();
        seconds += round.seconds();
    }

    /** The name of the archive. */
    public String target() {
        return target;
    }

    /** Requests of all rounds. */
    public long requests() {
        return micros.getTotalCount();
    }

    /** Items a second: the median of the rounds. */
    public double rate() {
        double[] sorted =
                rounds.stream().mapToDouble(Measurement::rate).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Millions of bytes a second over all rounds. */
    public double megabytesPerSecond() {
        return bytes / seconds / MEGA;
    }

    /** Time of a request, in milliseconds, that so many per cent of the requests of all rounds do not exceed. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
