/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts associations and has services perform their requests. Safe for concurrent use. */
public final class DimseServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DimseServer.class);
    private static final int BACKLOG = 512;
    private static final Duration IDLE_WHILE_DRAINING = Duration.ofSeconds(1);

    private final DimseServerConfig config;
    private final Acceptor acceptor;
    private final OpenAssociations open = new OpenAssociations();
    private final Semaphore connections;
    private final ServerSocket listening;
    private volatile boolean draining;

    /** Opens the port's socket; {@link #start} begins to listen. */
    public DimseServer(DimseServerConfig config, ServiceRegistry services) throws IOException {
        this.config = config;
        this.acceptor = new Acceptor(config, services, open, () -> draining);
        // connections that propose nothing yet, or are rejected, take threads too
        this.connections = new Semaphore(2 * config.maxAssociations() + 16);
        this.listening = new ServerSocket();
    }

    /** Listens. Returns at once. */
    public void start() throws IOException {
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(config.bindAddress(), config.port()), BACKLOG);
        Thread thread = new Thread(this::accept, "dicom-accept-" + port());
        thread.setDaemon(true);
        thread.start();
    }

    /** The port that it listens on. */
    public int port() {
        return listening.getLocalPort();
    }

    /** How many associations there are. */
    public int associations() {
        return open.size();
    }

    /** The associations that there are. */
    public List<Association> openAssociations() {
        return open.list();
    }

    public boolean isDraining() {
        return draining;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                dispatch(listening.accept());
            } catch (IOException e) {
                pauseAfter(e);
            }
        }
    }

    private void dispatch(Socket connection) throws IOException {
        if (!connections.tryAcquire()) {
            connection.close();
            return;
        }
        try {
            AssociationThreads.start("dicom-" + connection.getRemoteSocketAddress(), () -> serve(connection));
        } catch (OutOfMemoryError e) {
            // no thread can be made at present; the port has to go on listening
            connections.release();
            connection.close();
            throw new IOException("No thread for a connection", e);
        }
    }

    private void serve(Socket connection) {
        try {
            acceptor.serve(connection);
        } catch (RuntimeException e) {
            LOG.error("An association ended unexpectedly", e);
        } finally {
            connections.release();
        }
    }

    /** Too many open files, say: to try again at once would burn a core. */
    private void pauseAfter(IOException failure) {
        if (!listening.isClosed()) {
            LOG.warn("A connection could not be accepted: {}", failure.getMessage());
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Takes no new association (they are rejected as temporary-congestion), lets those that there are finish until the
     * deadline, ends those without a request in flight for a second, then aborts the rest and closes.
     *
     * @return whether all have ended by themselves or idle
     */
    public boolean drain(Duration deadline) {
        draining = true;
        boolean ended = false;
        try {
            ended = open.awaitEnd(deadline, IDLE_WHILE_DRAINING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
        return ended;
    }

    /** Stops listening and aborts all associations. */
    @Override
    public void close() {
        draining = true;
        try {
            listening.close();
        } catch (IOException e) {
            LOG.debug("The port was not closed", e);
        }
        open.abortAll();
    }
}
