/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.isocenter.loadtest.socket.LoadSocket;

/**
 * Where C-MOVE sends instances to: an SCP that takes every storage class in the transfer syntax that is proposed first, and keeps
 * nothing. A thread for each association. Thread-safe.
 */
public final class MoveReceiver implements Closeable {

    private final ServerSocketChannel server;
    private final DatasetReceiver receiver;
    private final LongAdder instances = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Set<LoadSocket> open = ConcurrentHashMap.newKeySet();

    private MoveReceiver(ServerSocketChannel server, DatasetReceiver receiver) {
        this.server = server;
        this.receiver = receiver;
    }

    /**
     * Begins to listen.
     *
     * @param host address of this machine
     * @param port 0 for a free one
     * @param receiver is given the data sets, by several threads
     */
    public static MoveReceiver listen(String host, int port, DatasetReceiver receiver) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "the receiver of C-MOVE cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        MoveReceiver scp = new MoveReceiver(server, receiver);
        start(scp::accept, "move-receiver");
        return scp;
    }

    /** The port on which it listens. */
    public int port() {
        return server.socket().getLocalPort();
    }

    /** Instances that arrived. */
    public long instances() {
        return instances.sum();
    }

    /** Bytes of their data sets. */
    public long bytes() {
        return bytes.sum();
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                start(() -> serve(channel), "move-association");
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                System.err.println("the receiver of C-MOVE could not accept a connection: " + e.getMessage());
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (LoadSocket socket = LoadSocket.accepted(channel)) {
            open.add(socket);
            try {
                new ReceivingAssociation(socket, this::received).serve();
            } finally {
                open.remove(socket);
            }
        } catch (IOException | RuntimeException e) {
            // the archive sees that its association ended and counts the sub-operation as failed; so do we by the
            // number that came
            if (server.isOpen()) {
                System.err.println("an association of C-MOVE ended: " + e.getMessage());
            }
        }
    }

    private void received(String sopInstanceUid, String transferSyntaxUid, CountedInput dataset) throws IOException {
        receiver.receive(sopInstanceUid, transferSyntaxUid, dataset);
        dataset.skip(Long.MAX_VALUE);
        instances.increment();
        bytes.add(dataset.count());
    }

    /** Ends all associations. */
    @Override
    public void close() throws IOException {
        server.close();
        for (LoadSocket each : open) {
            each.close();
        }
    }
}
