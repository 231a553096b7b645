/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that listens where an S3 server should be, and serves nobody. */
final class TroubledS3Server implements AutoCloseable {

    /** What it does with a request. */
    enum Trouble {
        /** Takes the connection, reads nothing, says nothing: a process that is stopped. */
        STANDS_STILL,
        /** Answers every request with 500. */
        ANSWERS_500,
        /** Answers every request with 503 and the error that asks to slow down. */
        ANSWERS_503,
        /** Promises an object and sends only the beginning of it. */
        SENDS_HALF
    }

    private static final int BACKLOG = 500;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Trouble trouble;
    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    TroubledS3Server(Trouble trouble) throws IOException {
        this.trouble = trouble;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many connections were made. */
    int connections() {
        return sockets.size();
    }

    /** How many requests were answered. */
    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                if (trouble != Trouble.STANDS_STILL) {
                    start(() -> serve(socket));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String head = head(in);
                in.skipNBytes(contentLength(head));
                socket.getOutputStream().write(answer(head).getBytes(StandardCharsets.US_ASCII));
                requests.incrementAndGet();
            }
        } catch (IOException hungUp) {
            // the client's right
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no more requests");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static long contentLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private String answer(String head) {
        return switch (trouble) {
            case ANSWERS_500 -> "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";
            case ANSWERS_503 -> {
                String body = head.startsWith("HEAD ")
                        ? ""
                        : "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Later</Message></Error>";
                yield "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                        + END_OF_HEAD + body;
            }
            case SENDS_HALF -> "HTTP/1.1 206 Partial Content\r\nETag: \"e\"\r\nContent-Length: 1000\r\n\r\nbeginning";
            case STANDS_STILL -> throw new IllegalStateException("a server that stands still answers nothing");
        };
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "troubled-s3");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
