/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bytes between two connections until both have ended. Who is slow slows the other down; an end of one direction is
 * passed on and leaves the other open for a while; a connection that fails takes the other with it.
 */
final class Pipe {

    private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);
    private static final int BUFFER = 64 * 1024;
    private static final long HALF_OPEN_SECONDS = 15;

    private final Socket client;
    private final Socket replica;
    private final ScheduledExecutorService timer;

    Pipe(Socket client, Socket replica, ScheduledExecutorService timer) {
        this.client = client;
        this.replica = replica;
        this.timer = timer;
    }

    /** Returns when both directions have ended. */
    void run(ExecutorService threads) throws IOException {
        client.setSoTimeout(0);
        replica.setSoTimeout(0);
        Phaser both = new Phaser(2);
        threads.execute(() -> {
            try {
                carry(replica, client);
            } finally {
                both.arrive();
            }
        });
        carry(client, replica);
        both.arriveAndAwaitAdvance();
    }

    private void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
            timer.schedule(this::close, HALF_OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            LOG.debug("an association broke off: {}", e.getMessage());
            close();
        }
    }

    private void close() {
        try (client;
                replica) {
            LOG.trace("closed");
        } catch (IOException e) {
            LOG.debug("a connection did not close: {}", e.getMessage());
        }
    }
}
