/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;

/**
 * One request on its way to a replica and back. It is tried elsewhere when nothing of it has reached a replica (the connection
 * was refused), or when it changes nothing and nothing of the answer has come. Used on one event loop.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long WATCH_MILLIS = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Vertx vertx;
    private final HttpClient client;
    private final Replicas replicas;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Service service;
    private final List<Replica> tried = new ArrayList<>();
    private final boolean hasBody;
    private final boolean repeatable;
    private Runnable whenDone = () -> {};
    private boolean done;

    Relay(Vertx vertx, HttpClient client, Replicas replicas, HttpServerRequest request, Service service) {
        this.vertx = vertx;
        this.client = client;
        this.replicas = replicas;
        this.request = request;
        this.response = request.response();
        this.service = service;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
        repeatable = !hasBody
                && (request.method().equals(HttpMethod.GET)
                        || request.method().equals(HttpMethod.HEAD)
                        || request.method().equals(HttpMethod.OPTIONS));
    }

    /** Passes the request on; the callback hears once when it is over. */
    void start(Runnable callback) {
        whenDone = callback;
        if (hasBody) {
            request.pause();
        }
        response.endHandler(ended -> finish());
        response.closeHandler(closed -> finish());
        tryNext();
    }

    private void finish() {
        if (!done) {
            done = true;
            whenDone.run();
        }
    }

    private void tryNext() {
        Optional<Replica> next = replicas.next(service, Protocol.HTTP, tried);
        if (next.isEmpty()) {
            Problems.write(request, SERVICE_UNAVAILABLE, "No replica of the " + service.label() + " service is ready");
        } else if (!done) {
            tried.add(next.get());
            new Attempt(next.get()).begin();
        }
    }

    private boolean isThereAnother() {
        return replicas.next(service, Protocol.HTTP, tried).isPresent();
    }

    /** The request at one replica. */
    private final class Attempt {

        private final Replica replica;
        private HttpClientRequest upstream;
        private long watch = -1;
        private boolean over;

        Attempt(Replica replica) {
            this.replica = replica;
        }

        void begin() {
            replica.begin(Protocol.HTTP);
            RequestOptions options = new RequestOptions()
                    .setHost(replica.host())
                    .setPort(replica.port(Protocol.HTTP))
                    .setMethod(request.method())
                    .setURI(request.uri());
            client.request(options).onComplete(opened -> {
                if (opened.succeeded()) {
                    send(opened.result());
                } else {
                    refused(opened.cause());
                }
            });
        }

        /** Nothing has reached the replica. */
        private void refused(Throwable cause) {
            LOG.info("{} takes no request: {}", replica, cause.getMessage());
            if (cause instanceof ConnectException) {
                replica.found(Protocol.HTTP, Health.DOWN);
            }
            over();
            tryNext();
        }

        private void send(HttpClientRequest opened) {
            upstream = opened;
            if (done) {
                over();
                upstream.reset();
                return;
            }
            Headers.copyEndToEnd(request.headers(), upstream.headers());
            Headers.addForwarded(request, upstream.headers());
            // a client that goes away takes its request with it
            response.closeHandler(closed -> {
                finish();
                if (!over) {
                    over();
                    upstream.reset();
                }
            });
            if (repeatable) {
                watch = vertx.setPeriodic(WATCH_MILLIS, timer -> leaveIfSilent());
            }
            sent().onComplete(answered -> {
                stopWatch();
                if (answered.succeeded()) {
                    answered(answered.result());
                } else {
                    failed(answered.cause());
                }
            });
        }

        private Future<HttpClientResponse> sent() {
            if (!hasBody) {
                return upstream.send();
            }
            if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                upstream.setChunked(true);
            }
            return upstream.send(request);
        }

        /** A replica that stands still would keep the request until it goes on. */
        private void leaveIfSilent() {
            if (replica.health(Protocol.HTTP) != Health.UP && isThereAnother()) {
                upstream.reset();
            }
        }

        private void failed(Throwable cause) {
            if (over) {
                return;
            }
            over();
            LOG.info("{} did not answer: {}", replica, cause.getMessage());
            if (repeatable) {
                tryNext();
            } else {
                Problems.write(request, 502, "The request was not answered; it may or may not have been performed");
            }
        }

        private void answered(HttpClientResponse answer) {
            if (over) {
                return;
            }
            // one that drains, or has lost its engines
            if (repeatable && answer.statusCode() == SERVICE_UNAVAILABLE && isThereAnother()) {
                over();
                upstream.reset();
                tryNext();
                return;
            }
            response.setStatusCode(answer.statusCode());
            Headers.copyEndToEnd(answer.headers(), response.headers());
            if (mayHaveBody(answer) && !answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                response.setChunked(true);
            }
            answer.pipe().endOnFailure(false).to(response).onComplete(passed -> {
                over();
                if (passed.failed()) {
                    // an answer that breaks off must not look like one that has ended
                    LOG.info("{} broke off: {}", replica, passed.cause().getMessage());
                    request.connection().close();
                    upstream.reset();
                }
            });
        }

        private boolean mayHaveBody(HttpClientResponse answer) {
            return !request.method().equals(HttpMethod.HEAD)
                    && answer.statusCode() != 204
                    && answer.statusCode() != 304;
        }

        private void stopWatch() {
            if (watch >= 0) {
                vertx.cancelTimer(watch);
                watch = -1;
            }
        }

        private void over() {
            if (!over) {
                over = true;
                stopWatch();
                replica.end(Protocol.HTTP);
            }
        }
    }
}
