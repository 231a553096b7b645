/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.isocenter.loadtest.run.LoadRun;
import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.scenario.Scenario;

/** More stores at the same time than the archive can do. What of them is acknowledged is in the ledger like all else. */
final class Flood implements Fault {

    private final Scenario scenario;
    private final Path ledger;
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private LoadRun run;
    private Thread thread;

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
    public void begin() throws IOException {
        run = new LoadRun(scenario, RunOptions.withLedger(ledger));
        thread = new Thread(
                () -> {
                    try {
                        run.run();
                    } catch (IOException e) {
                        failure.set(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "flood");
        thread.start();
    }

    @Override
    public void end() throws IOException {
        run.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run.close();
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}
