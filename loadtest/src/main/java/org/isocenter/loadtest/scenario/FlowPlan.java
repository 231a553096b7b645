/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A part of the load: clients that do the same mix of operations.
 *
 * @param name in reports
 * @param clients at most at the same time
 * @param arrivals open loop: when requests are due, whether or not earlier ones are answered; empty for a closed loop
 * @param poisson whether arrivals are random, as those of people are, or evenly spaced
 * @param ramp closed loop: until all clients have begun
 * @param start after the beginning of the run
 * @param length how long
 * @param think closed loop: pause of a client after each operation
 * @param associations how long associations and HTTP connections are kept
 * @param mix of operations
 */
public record FlowPlan(
        String name,
        int clients,
        Optional<RateProfile> arrivals,
        boolean poisson,
        Duration ramp,
        Duration start,
        Duration length,
        Duration think,
        AssociationUse associations,
        List<MixEntry> mix) {

    /** Takes the list over. */
    public FlowPlan {
        mix = List.copyOf(mix);
    }

    /**
     * When a client makes a new association or connection.
     *
     * @param operations after so many operations; 0 keeps it for the whole run
     */
    public record AssociationUse(int operations) {}
}
