/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server that stands for a replica and does what a test says. */
final class FakeReplica implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    final Replica replica;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeReplica(String name, Service service, HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            handler.handle(exchange);
        });
        server.start();
        replica = new Replica(name, service, "127.0.0.1", server.getAddress().getPort(), 1);
        replica.found(Protocol.HTTP, Health.UP);
        replica.found(Protocol.DICOM, Health.UP);
    }

    /** Answers with a text. */
    static HttpHandler says(int status, String text) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, status, text);
        };
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Hangs up without an answer, as a process does that is killed. */
    static HttpHandler hangsUp() {
        return exchange -> {
            throw new IOException("as if killed");
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
