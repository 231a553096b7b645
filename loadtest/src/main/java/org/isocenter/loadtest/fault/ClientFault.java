/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.isocenter.loadtest.dimse.BrokenStore;
import org.isocenter.loadtest.dimse.DicomAddress;

/**
 * Clients that behave badly. Each has an association; when the archive ends it, that one is over, which is the archive's right.
 *
 * @param address of the archive
 * @param behaviour of each client
 * @param clients how many
 * @param running those that have begun
 */
record ClientFault(DicomAddress address, Behaviour behaviour, int clients, List<ExecutorService> running)
        implements Fault {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 200;
    private static final int DRIP_MILLIS = 1000;

    /** What a client does. */
    enum Behaviour {
        /** Sends half a PDU and then nothing. */
        STALL("stalled-clients"),
        /** Sends half a PDU and then a byte a second. */
        DRIP("dripping-clients"),
        /** Aborts within a PDU, again and again. */
        ABORT("aborting-clients"),
        /** Closes the connection within a PDU, again and again. */
        VANISH("vanishing-clients"),
        /** Opens an association and never says anything. */
        IDLE("idle-associations");

        private final String label;

        Behaviour(String label) {
            this.label = label;
        }
    }

    ClientFault(DicomAddress address, Behaviour behaviour, int clients) {
        this(address, behaviour, clients, new ArrayList<>());
    }

    @Override
    public String name() {
        return behaviour.label;
    }

    @Override
    public void begin() {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        running.add(threads);
        for (int i = 0; i < clients; i++) {
            threads.execute(this::behave);
        }
    }

    private void behave() {
        try {
            do {
                once();
                Thread.sleep(PAUSE_MILLIS);
            } while (behaviour == Behaviour.ABORT || behaviour == Behaviour.VANISH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try (BrokenStore store = BrokenStore.open(address, OPENING)) {
            if (behaviour != Behaviour.IDLE) {
                store.begin("2.25."
                        + new java.math.BigInteger(UUID.randomUUID().toString().replace("-", ""), 16));
            }
            switch (behaviour) {
                case ABORT -> store.abort();
                case VANISH -> {}
                case STALL, IDLE -> Thread.sleep(Long.MAX_VALUE);
                case DRIP -> {
                    while (true) {
                        Thread.sleep(DRIP_MILLIS);
                        store.drip();
                    }
                }
            }
        } catch (IOException e) {
            // refused, or ended by the archive: this client's own fault
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void end() throws IOException {
        for (ExecutorService each : running) {
            each.shutdownNow();
            try {
                if (!each.awaitTermination(OPENING.toSeconds() * 2, TimeUnit.SECONDS)) {
                    throw new IOException("the clients of " + name() + " do not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }
}
