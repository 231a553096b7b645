/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.isocenter.dicom.net.DimseServer;
import org.isocenter.dicom.net.DimseServerConfig;
import org.isocenter.dicom.net.ServiceRegistry;
import org.isocenter.dicom.net.Timeouts;
import org.isocenter.dicom.net.VerificationService;

/** All that a peer says over a connection to a DICOM port; then it says no more. The server must end the connection. */
public final class ConversationFuzz {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final AtomicReference<Throwable> UNEXPECTED = new AtomicReference<>();
    private static final DimseServer SERVER = start();

    private ConversationFuzz() {}

    private static DimseServer start() {
        Logger.getLogger("").addHandler(new Unexpected());
        try {
            DimseServer server = new DimseServer(
                    DimseServerConfig.builder()
                            .bindAddress(InetAddress.getLoopbackAddress())
                            .timeouts(new Timeouts(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT))
                            .build(),
                    ServiceRegistry.of(
                            new VerificationService(), new Sink(each -> UNEXPECTED.compareAndSet(null, each))));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("the server cannot listen", e);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            while (in.read(buffer) >= 0) {
                Check.require(SERVER.port() > 0, "the server listens");
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server did not end the connection", e);
        } catch (SocketException e) {
            // closed while we were still talking
        }
        Throwable unexpected = UNEXPECTED.getAndSet(null);
        if (unexpected != null) {
            throw new AssertionError("an association ended unexpectedly", unexpected);
        }
    }

    /** What an association should not throw is only in its log. */
    private static final class Unexpected extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                UNEXPECTED.compareAndSet(null, entry.getThrown());
            }
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
