/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Faults one after the other in a random order and each for a random time, without waiting until the last one is forgotten. */
final class FaultSequence implements Fault {

    private static final int SHORTEST_MILLIS = 2000;
    private static final int LONGEST_MILLIS = 8000;

    private final long seed;
    private final List<Fault> faults;
    private final AtomicReference<Fault> lasting = new AtomicReference<>();

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
    public List<Path> ledgers() {
        return faults.stream().flatMap(each -> each.ledgers().stream()).toList();
    }

    @Override
    public void begin() throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<String> troubles = new ArrayList<>();
        for (Fault each : faults) {
            lasting.set(each);
            try {
                each.begin();
                pause(random);
            } catch (IOException e) {
                troubles.add(e.getMessage());
            }
            try {
                end();
            } catch (IOException e) {
                troubles.add(e.getMessage());
            }
            pause(random);
        }
        if (!troubles.isEmpty()) {
            throw new IOException(String.join("; ", troubles));
        }
    }

    private static void pause(Random random) throws InterruptedException {
        Thread.sleep(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
    }

    @Override
    public void end() throws IOException {
        Fault fault = lasting.getAndSet(null);
        if (fault != null) {
            fault.end();
        }
    }
}
