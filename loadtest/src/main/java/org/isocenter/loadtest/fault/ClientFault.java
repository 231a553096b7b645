/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.loadtest.dimse.BrokenStore;
import org.isocenter.loadtest.dimse.DicomAddress;

/**
 * Clients that behave badly, each on an association of its own. That the archive ends it is its right; that half of them
 * never get one means that the fault did not happen.
 */
final class ClientFault implements Fault {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 200;
    private static final int DRIP_MILLIS = 1000;
    private static final int HEX = 16;

    /** What a client does. */
    enum Behaviour {
        /** Sends half a PDU and then nothing. */
        STALL("stalled-clients"),
        /** Sends half a PDU and then a byte a second. */
        DRIP("dripping-clients"),
        /** Aborts within a data set, again and again. */
        ABORT("aborting-clients"),
        /** Closes the connection within a PDU, again and again. */
        VANISH("vanishing-clients"),
        /** Opens an association and never says anything. */
        IDLE("idle-associations");

        private final String label;

        Behaviour(String label) {
            this.label = label;
        }

        boolean isRepeated() {
            return this == ABORT || this == VANISH;
        }
    }

    private final DicomAddress address;
    private final Behaviour behaviour;
    private final int clients;
    private final AtomicInteger opened = new AtomicInteger();
    private volatile ExecutorService threads;

    ClientFault(DicomAddress address, Behaviour behaviour, int clients) {
        this.address = address;
        this.behaviour = behaviour;
        this.clients = clients;
    }

    @Override
    public String name() {
        return behaviour.label;
    }

    @Override
    public void begin() {
        opened.set(0);
        ExecutorService all = Executors.newFixedThreadPool(clients);
        threads = all;
        for (int i = 0; i < clients; i++) {
            all.execute(this::behave);
        }
    }

    private void behave() {
        try {
            do {
                once();
                Thread.sleep(PAUSE_MILLIS);
            } while (behaviour.isRepeated());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try (BrokenStore store = BrokenStore.open(address, OPENING)) {
            opened.incrementAndGet();
            if (behaviour != Behaviour.IDLE) {
                store.begin(uid());
            }
            switch (behaviour) {
                case ABORT -> store.abort();
                case VANISH -> store.half();
                case STALL -> {
                    store.half();
                    Thread.sleep(Long.MAX_VALUE);
                }
                case IDLE -> Thread.sleep(Long.MAX_VALUE);
                case DRIP -> {
                    store.half();
                    while (true) {
                        Thread.sleep(DRIP_MILLIS);
                        store.drip();
                    }
                }
            }
        } catch (IOException e) {
            // refused, or ended by the archive
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String uid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), HEX);
    }

    @Override
    public void end() throws IOException {
        ExecutorService all = threads;
        if (all == null) {
            return;
        }
        all.shutdownNow();
        try {
            if (!all.awaitTermination(OPENING.toSeconds() * 2, TimeUnit.SECONDS)) {
                throw new IOException("the clients of " + name() + " do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (opened.get() < clients / 2) {
            throw new IOException("only " + opened.get() + " of " + clients + " clients got an association");
        }
    }
}
