/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.PduEncoder;
import org.isocenter.front.replica.Replicas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DICOM port. Two threads carry an association, with small stacks: there may be a thousand. */
public final class DicomFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DicomFront.class);
    private static final int BACKLOG = 128;
    private static final int DRAIN_SECONDS = 10;
    private static final long STACK_BYTES = 256 * 1024;

    private final int maxAssociations;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons());
    private final AssociationRelay relay;
    private ServerSocket listener;

    /** With the replicas that associations are passed to, and how many there may be at the same time. */
    public DicomFront(Replicas replicas, int maxAssociations) {
        this.maxAssociations = maxAssociations;
        relay = new AssociationRelay(replicas, threads, timer);
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, "association-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Listens from now on. */
    public void start(String listen, int port) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(listen, port), BACKLOG);
        listener = opened;
        Thread thread = new Thread(() -> accept(opened), "dicom-accept");
        thread.setDaemon(false);
        thread.start();
    }

    /** The port that is listened on. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                if (open.size() >= maxAssociations) {
                    refuse(client);
                } else {
                    open.add(client);
                    threads.execute(() -> serve(client));
                }
            } catch (IOException e) {
                if (!from.isClosed()) {
                    LOG.warn("a connection was not accepted: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket client) {
        try {
            relay.serve(client);
        } finally {
            open.remove(client);
        }
    }

    /** PS3.8 9.3.4: local-limit-exceeded is a reason to try again later. What it proposes is not read. */
    private static void refuse(Socket client) {
        try (client) {
            client.getOutputStream().write(PduEncoder.encode(AssociateRj.LOCAL_LIMIT_EXCEEDED));
            client.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("a connection was not refused in order: {}", e.getMessage());
        }
    }

    /** Lets the associations that are there go on for some seconds. */
    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
            while (!open.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            LOG.warn("the DICOM port did not close in order: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
        timer.shutdownNow();
    }
}
