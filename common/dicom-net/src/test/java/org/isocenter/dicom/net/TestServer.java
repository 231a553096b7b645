/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

import org.isocenter.dicom.net.pdu.AssociateRj;

/** A server on a free loopback port with short timeouts. */
final class TestServer implements Closeable {
    static final Timeouts SHORT = new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2));

    final Events events = new Events();
    final DimseServer server;

    TestServer(DimseService... services) throws IOException {
        this(DimseServerConfig.builder().timeouts(SHORT), services);
    }

    TestServer(DimseServerConfig.Builder config, DimseService... services) throws IOException {
        server = new DimseServer(config.listener(events).build(), ServiceRegistry.of(services));
        server.start();
    }

    RemoteEndpoint endpoint() {
        return new RemoteEndpoint("127.0.0.1", server.port());
    }

    Association connect(AssociationRequest.Builder request) throws IOException {
        AssociationOptions options = AssociationOptions.DEFAULT.withTimeouts(SHORT.withMessage(Duration.ofSeconds(10)));
        return AssociationRequestor.connect(endpoint(), request.build(), options);
    }

    @Override
    public void close() {
        server.close();
    }

    /** What the server's listener has heard. */
    static final class Events implements AssociationListener {
        private int opened;
        private int performed;
        private int rejected;
        private CloseReason closeReason;

        @Override
        public synchronized void opened(Association association) {
            opened++;
        }

        @Override
        public synchronized void closed(Association association, CloseReason reason) {
            closeReason = reason;
            notifyAll();
        }

        @Override
        public synchronized void rejected(AssociationRequest request, AssociateRj rejection) {
            rejected++;
        }

        @Override
        public synchronized void performed(
                Association association, DimseRequest request, DimseStatus status, Duration duration) {
            performed++;
        }

        synchronized int countOpened() {
            return opened;
        }

        synchronized int countPerformed() {
            return performed;
        }

        synchronized int countRejected() {
            return rejected;
        }

        /** How the last association ended; waits 10 s for one to end. */
        synchronized CloseReason awaitClosed() throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (closeReason == null && System.nanoTime() < deadline) {
                wait(100);
            }
            return closeReason;
        }
    }
}
