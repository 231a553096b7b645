/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** The HTTP port: bodies stream through in both ways and are never held. */
public final class HttpFront implements AutoCloseable {

    private static final int START_SECONDS = 20;
    private static final int DRAIN_SECONDS = 10;
    private static final int IDLE_SECONDS = 330;
    private static final int CONNECT_MILLIS = 1000;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int HEAD_BYTES = 64 * 1024;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final String HEALTH = "/q/health";

    private final Replicas replicas;
    private final int maxRequests;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger upgraded = new AtomicInteger();
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
    private final HttpClient client;
    private final HttpClient upgradeClient;
    private final HttpServer server;

    /** With the replicas that requests are passed to, and how many there may be at the same time. */
    public HttpFront(Replicas replicas, int maxRequests) {
        this.replicas = replicas;
        this.maxRequests = maxRequests;
        client = vertx.createHttpClient(clientOptions(maxRequests));
        // a connection that was upgraded keeps its place in the pool
        upgradeClient = vertx.createHttpClient(clientOptions(maxRequests));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxHeaderSize(HEAD_BYTES)
                        .setMaxInitialLineLength(HEAD_BYTES)
                        .setMaxChunkSize(CHUNK_BYTES)
                        .setHandle100ContinueAutomatically(true)
                        // an upgrade of a clear connection makes Java's HttpClient lose the end of a body now and then
                        .setHttp2ClearTextEnabled(false)
                        .setIdleTimeout(IDLE_SECONDS))
                .requestHandler(this::handle);
    }

    private static HttpClientOptions clientOptions(int connections) {
        return new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(connections)
                // shorter than the replicas keep a connection, so that none is used that they are just closing
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(HEAD_BYTES)
                .setMaxInitialLineLength(HEAD_BYTES)
                .setMaxChunkSize(CHUNK_BYTES)
                .setDecompressionSupported(false);
    }

    /** Listens from now on. */
    public void start(String listen, int port) throws IOException {
        await(server.listen(port, listen), START_SECONDS);
    }

    /** The port that is listened on. */
    public int port() {
        return server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        if (request.path() != null && request.path().startsWith(HEALTH)) {
            HealthAnswer.write(request, replicas);
            return;
        }
        Optional<Service> service = HttpRouting.service(method(request), String.valueOf(request.path()));
        if (service.isEmpty()) {
            Problems.write(request, 404, "There is no such resource");
        } else if (UpgradeRelay.isUpgrade(request)) {
            upgrade(request, service.get());
        } else if (requests.incrementAndGet() > maxRequests) {
            requests.decrementAndGet();
            Problems.write(request, 503, "Too many requests at the same time");
        } else {
            new Relay(vertx, client, replicas, request, service.get()).start(requests::decrementAndGet);
        }
    }

    /** These stay for hours: they are counted apart, so that they take no room from requests. */
    private void upgrade(HttpServerRequest request, Service service) {
        if (upgraded.incrementAndGet() > maxRequests) {
            upgraded.decrementAndGet();
            Problems.write(request, 503, "Too many connections at the same time");
        } else {
            new UpgradeRelay(upgradeClient, replicas, request, service).start(upgraded::decrementAndGet);
        }
    }

    /** A preflight request is answered by whoever performs what it asks for. */
    private static String method(HttpServerRequest request) {
        String wanted = request.getHeader("Access-Control-Request-Method");
        return request.method().equals(HttpMethod.OPTIONS) && wanted != null
                ? wanted
                : request.method().name();
    }

    private static void await(Future<?> future, int seconds) throws IOException {
        try {
            future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer of the HTTP port", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Lets the requests that are there go on for some seconds. */
    @Override
    public void close() {
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
            while (requests.get() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            await(vertx.close(), DRAIN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("the HTTP port does not close", e);
        }
    }
}
