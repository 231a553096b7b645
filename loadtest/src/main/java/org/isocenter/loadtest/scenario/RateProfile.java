/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate of arrivals that changes linearly within each of its stages. Immutable.
 *
 * @param stages one after the other
 */
public record RateProfile(List<Stage> stages) {

    /**
     * A part.
     *
     * @param from arrivals a second at its beginning
     * @param to arrivals a second at its end
     * @param length how long
     */
    public record Stage(double from, double to, Duration length) {

        double seconds() {
            return length.toNanos() / 1e9;
        }

        double arrivals() {
            return (from + to) / 2 * seconds();
        }

        /** Seconds after which so many have arrived. */
        double timeOf(double arrivals) {
            double slope = (to - from) / seconds();
            if (Math.abs(slope) < 1e-12) {
                return arrivals / from;
            }
            return (Math.sqrt(Math.max(0, from * from + 2 * slope * arrivals)) - from) / slope;
        }
    }

    /** Takes the stages over. */
    public RateProfile {
        stages = List.copyOf(stages);
    }

    /** One rate that is reached after a ramp. */
    public static RateProfile constant(double rate, Duration ramp, Duration length) {
        List<Stage> stages = new ArrayList<>();
        Duration up = ramp.compareTo(length) > 0 ? length : ramp;
        if (!up.isZero()) {
            stages.add(new Stage(0, rate, up));
        }
        if (length.compareTo(up) > 0) {
            stages.add(new Stage(rate, rate, length.minus(up)));
        }
        return new RateProfile(stages);
    }

    /** Nanoseconds from the beginning until so many have arrived, or -1 when there are not so many. */
    public long nanosOf(double arrivals) {
        double left = arrivals;
        double before = 0;
        for (Stage stage : stages) {
            if (left <= stage.arrivals() && stage.arrivals() > 0) {
                return (long) ((before + stage.timeOf(left)) * 1e9);
            }
            left -= stage.arrivals();
            before += stage.seconds();
        }
        return -1;
    }

    /** How many arrive. */
    public double total() {
        return stages.stream().mapToDouble(Stage::arrivals).sum();
    }

    /** How long all stages are. */
    public Duration length() {
        return stages.stream().map(Stage::length).reduce(Duration.ZERO, Duration::plus);
    }
}
