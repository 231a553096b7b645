/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults one after the other in a random order and each for a random time, without waiting until the last one is forgotten. */
final class FaultSequence implements Fault {

    private static final int SHORTEST_MILLIS = 2000;
    private static final int LONGEST_MILLIS = 8000;

    private final long seed;
    private final List<Fault> faults;

    /** The same seed gives the same order and times. */
    FaultSequence(long seed, List<Fault> faults) {
        this.seed = seed;
        this.faults = new ArrayList<>(faults);
        Collections.shuffle(this.faults, new Random(seed));
    }

    @Override
    public String name() {
        return "sequence-" + seed;
    }

    @Override
    public boolean isOutage() {
        return true;
    }

    @Override
    public void begin() throws IOException {
        Random random = new Random(seed);
        for (Fault each : faults) {
            try {
                each.begin();
                pause(random);
            } finally {
                each.end();
            }
            pause(random);
        }
    }

    private static void pause(Random random) {
        try {
            Thread.sleep(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void end() {
        // each was put right when it was over
    }
}
