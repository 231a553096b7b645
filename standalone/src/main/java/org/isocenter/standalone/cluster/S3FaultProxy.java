/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to the S3 server that can be made bad. As long as there is no fault, bytes pass as they are; a fault holds for
 * connections from then on, and those that are there are closed, which clients take as they take any connection that was idle for
 * too long.
 */
final class S3FaultProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int HEAD_BYTES = 64 * 1024;
    private static final long HANG_MILLIS = 600_000;

    private final URI server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile S3Fault fault = S3Fault.NONE;

    S3FaultProxy(String endpoint) throws IOException {
        server = URI.create(endpoint);
        listener = new ServerSocket(0, 128, InetAddress.getByName(ClusterOptions.LOOPBACK));
        start(this::accept, "s3-accept");
    }

    String endpoint() {
        return "http://" + ClusterOptions.LOOPBACK + ":" + listener.getLocalPort();
    }

    void set(S3Fault wanted) {
        fault = wanted;
        sockets.forEach(S3FaultProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                start(() -> serve(client), "s3-client");
            } catch (IOException e) {
                // closed, or a client that left at once
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket client) {
        sockets.add(client);
        S3Fault now = fault;
        try (client) {
            client.setTcpNoDelay(true);
            switch (now.kind()) {
                case NONE, FULL -> pass(client, Long.MAX_VALUE, 0);
                case SLOW -> pass(client, Long.MAX_VALUE, now.amount());
                case CUT -> pass(client, now.amount(), 0);
                case ERROR -> refuse(client, now.amount());
                case HANG -> Thread.sleep(HANG_MILLIS);
            }
        } catch (IOException e) {
            // either side may hang up
            Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(client);
        }
    }

    private void pass(Socket client, long limit, int delayMillis) throws IOException {
        try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
            upstream.setTcpNoDelay(true);
            sockets.add(upstream);
            // what comes after an answer is the next request
            AtomicBoolean answered = new AtomicBoolean(true);
            start(() -> copy(upstream, client, limit, () -> answered.set(true)), "s3-answers");
            copy(client, upstream, limit, () -> delay(answered.getAndSet(false) ? delayMillis : 0));
            sockets.remove(upstream);
        }
    }

    /** Carries bytes until one side ends or so many have passed; both end then. */
    private static void copy(Socket from, Socket to, long limit, Runnable beforeEach) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long left = limit;
            int count = in.read(buffer);
            while (count >= 0 && left > 0) {
                beforeEach.run();
                out.write(buffer, 0, (int) Math.min(count, left));
                left -= count;
                count = left > 0 ? in.read(buffer) : -1;
            }
        } catch (IOException e) {
            // either side may hang up
            Thread.onSpinWait();
        }
    }

    private static void delay(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers the head and reads the body to its end, or else the client may not see the answer. */
    private static void refuse(Socket client, int status) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.length() < HEAD_BYTES && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        String body =
                "<?xml version=\"1.0\"?><Error><Code>" + code(status) + "</Code><Message>a fault</Message></Error>";
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + " Fault\r\nContent-Type: application/xml\r\nContent-Length: "
                                + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        client.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static String code(int status) {
        return switch (status) {
            case 503 -> "SlowDown";
            case 507 -> "InsufficientStorage";
            default -> "InternalError";
        };
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 128 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no more use either way
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(S3FaultProxy::closeQuietly);
    }
}
