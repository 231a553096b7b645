/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.util.Random;

import org.isocenter.loadtest.scenario.RateProfile;

/** When the requests of an open loop are due, whether or not earlier ones are answered. Thread-safe. */
final class Arrivals {

    private final RateProfile profile;
    private final boolean poisson;
    private final Random random;
    private double arrived;

    Arrivals(RateProfile profile, boolean poisson, Random random) {
        this.profile = profile;
        this.poisson = poisson;
        this.random = random;
    }

    /** Nanoseconds after the beginning of the flow, or -1 when no more come. */
    synchronized long next() {
        // the times of a Poisson process are those of one with rate 1, stretched by the profile
        arrived += poisson ? -Math.log(1 - random.nextDouble()) : 1;
        return profile.nanosOf(arrived);
    }
}
