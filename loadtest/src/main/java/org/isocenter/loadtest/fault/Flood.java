/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.scenario.Scenario;

/** More stores at the same time than the archive can do. What of them is acknowledged is in a ledger like all else. */
final class Flood implements Fault {

    private final Scenario scenario;
    private final Path ledger;
    private volatile Traffic traffic;

    /**
     * With a scenario that floods.
     *
     * @param ledger of the flood, which is continued
     */
    Flood(Scenario scenario, Path ledger) {
        this.scenario = scenario;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public boolean isOutage() {
        return true;
    }

    @Override
    public List<Path> ledgers() {
        return List.of(ledger);
    }

    @Override
    public void begin() throws IOException {
        traffic = Traffic.begin(scenario, RunOptions.withLedger(ledger));
    }

    @Override
    public void end() throws IOException {
        Traffic begun = traffic;
        if (begun != null) {
            traffic = null;
            begun.close();
        }
    }
}
