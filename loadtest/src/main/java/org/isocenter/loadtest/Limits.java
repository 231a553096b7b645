/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import picocli.CommandLine.Option;

/** How long and how often is measured. */
final class Limits {

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds of each operation; the median rate counts (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Longest time of a round (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "2",
            description = "Seconds of the round before that is not counted (default ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--stores",
            defaultValue = "1000",
            description = "Most images of a storing round (default ${DEFAULT-VALUE}).")
    private int stores;

    @Option(
            names = "--requests",
            defaultValue = "100000",
            description = "Most requests of any other round (default ${DEFAULT-VALUE}).")
    private int requests;

    int rounds() {
        return rounds;
    }

    int seconds() {
        return seconds;
    }

    int warmUp() {
        return warmUp;
    }

    int stores() {
        return stores;
    }

    int requests() {
        return requests;
    }
}
