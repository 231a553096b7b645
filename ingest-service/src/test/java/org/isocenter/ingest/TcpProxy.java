/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to an engine that can be cut and opened again. Not safe for several threads. */
final class TcpProxy implements AutoCloseable {

    private final int port;
    private final int enginePort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    /** Leads from the port to that of the engine, both on this machine and written as the end of an address. */
    TcpProxy(String address, String engineAddress) {
        this.port = port(address);
        this.enginePort = port(engineAddress);
    }

    /** A port on which nobody listens. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Lets connections through from now on. */
    void open() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener = opened;
        start(() -> accept(opened));
    }

    private void accept(ServerSocket opened) {
        while (true) {
            try {
                Socket client = opened.accept();
                sockets.add(client);
                Socket engine = new Socket(InetAddress.getLoopbackAddress(), enginePort);
                sockets.add(engine);
                start(() -> copy(client, engine));
                start(() -> copy(engine, client));
                if (opened.isClosed()) {
                    client.close();
                    engine.close();
                }
            } catch (IOException cut) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // either side may hang up
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Cuts what is connected and refuses what comes. */
    void cut() throws IOException {
        if (listener != null) {
            listener.close();
            listener = null;
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
