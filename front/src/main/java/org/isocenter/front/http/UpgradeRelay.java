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

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;

/**
 * A request to go on with another protocol on the same connection (RFC 9110 7.8), of which there is one: WebSocket. When a replica
 * agrees, bytes are carried both ways until either end closes; else its answer is passed on. Used on one event loop.
 */
final class UpgradeRelay {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeRelay.class);
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String WEB_SOCKET = "websocket";

    private final HttpClient client;
    private final Replicas replicas;
    private final HttpServerRequest request;
    private final Service service;
    private final List<Replica> tried = new ArrayList<>();
    private Runnable whenDone = () -> {};
    private boolean gone;

    UpgradeRelay(HttpClient client, Replicas replicas, HttpServerRequest request, Service service) {
        this.client = client;
        this.replicas = replicas;
        this.request = request;
        this.service = service;
    }

    /** Whether a request is for this, and not for a {@link Relay}. */
    static boolean isUpgrade(HttpServerRequest request) {
        String protocol = request.getHeader(HttpHeaders.UPGRADE);
        return WEB_SOCKET.equalsIgnoreCase(protocol)
                && request.method().name().equals("GET")
                && request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE, true);
    }

    /** Passes the request on; the callback hears once when all is over. */
    void start(Runnable callback) {
        whenDone = callback;
        request.response().closeHandler(closed -> gone = true);
        tryNext();
    }

    private void tryNext() {
        Optional<Replica> next = replicas.next(service, Protocol.HTTP, tried);
        if (gone) {
            whenDone.run();
        } else if (next.isEmpty()) {
            Problems.write(request, 503, "No replica of the " + service.label() + " service is ready");
            whenDone.run();
        } else {
            tried.add(next.get());
            ask(next.get());
        }
    }

    private void ask(Replica replica) {
        replica.begin(Protocol.HTTP);
        RequestOptions options = new RequestOptions()
                .setHost(replica.host())
                .setPort(replica.port(Protocol.HTTP))
                .setMethod(request.method())
                .setURI(request.uri());
        client.request(options)
                .compose(this::connect)
                .onSuccess(answer -> answered(replica, answer))
                .onFailure(failure -> {
                    LOG.info("{} takes no upgrade: {}", replica, failure.getMessage());
                    if (failure instanceof ConnectException) {
                        replica.found(Protocol.HTTP, Health.DOWN);
                    }
                    replica.end(Protocol.HTTP);
                    tryNext();
                });
    }

    private io.vertx.core.Future<HttpClientResponse> connect(HttpClientRequest upstream) {
        Headers.copyEndToEnd(request.headers(), upstream.headers());
        Headers.addForwarded(request, upstream.headers());
        upstream.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
        upstream.putHeader(HttpHeaders.UPGRADE, WEB_SOCKET);
        return upstream.connect();
    }

    private void answered(Replica replica, HttpClientResponse answer) {
        if (gone) {
            answer.request().connection().close();
            over(replica);
            return;
        }
        request.response().setStatusCode(answer.statusCode());
        Headers.copyEndToEnd(answer.headers(), request.response().headers());
        if (answer.statusCode() == SWITCHING_PROTOCOLS) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
            request.response().putHeader(HttpHeaders.UPGRADE, WEB_SOCKET);
            carry(replica, answer);
        } else {
            if (!answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                request.response().setChunked(true);
            }
            answer.pipe().to(request.response()).onComplete(passed -> over(replica));
        }
    }

    private void carry(Replica replica, HttpClientResponse answer) {
        NetSocket inside = answer.netSocket();
        inside.pause();
        request.toNetSocket()
                .onSuccess(outside -> {
                    // whichever closes, the other one does
                    outside.closeHandler(closed -> {
                        inside.close();
                        over(replica);
                    });
                    inside.closeHandler(closed -> outside.close());
                    inside.pipeTo(outside);
                    outside.pipeTo(inside);
                })
                .onFailure(failure -> {
                    inside.close();
                    over(replica);
                });
    }

    private void over(Replica replica) {
        replica.end(Protocol.HTTP);
        whenDone.run();
    }
}
