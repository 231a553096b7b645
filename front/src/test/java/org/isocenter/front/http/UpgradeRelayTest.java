/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** WebSockets go through the front. */
@Timeout(60)
class UpgradeRelayTest {

    private static final String CHANNEL = "/dicom-web/subscribers/WATCHER";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<ServerWebSocket> accepted = new AtomicReference<>();
    private final AtomicReference<String> forwarded = new AtomicReference<>();
    private final CountDownLatch closedInside = new CountDownLatch(1);
    private HttpServer server;
    private HttpFront front;

    /** A lifecycle service that sends back what it hears, and lets only watchers in. */
    @BeforeEach
    void serve() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (!request.path().equals(CHANNEL)) {
                        request.response().setStatusCode(403).end("not you");
                        return;
                    }
                    forwarded.set(request.getHeader("Forwarded"));
                    request.toWebSocket().onSuccess(socket -> {
                        accepted.set(socket);
                        socket.textMessageHandler(text -> socket.writeTextMessage("heard " + text));
                        socket.closeHandler(closed -> closedInside.countDown());
                    });
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        front.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            closed.countDown();
        }
    }

    private void start(Replica... replicas) throws Exception {
        front = new HttpFront(new Replicas(Stream.of(replicas).toList()), 1);
        front.start("127.0.0.1", 0);
    }

    private static Replica replica(String name, int port) {
        Replica replica = new Replica(name, Service.LIFECYCLE, "127.0.0.1", port, 1);
        replica.found(Protocol.HTTP, Health.UP);
        return replica;
    }

    private WebSocket open(String path, Messages messages) {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + front.port() + path), messages)
                .join();
    }

    @Test
    void messages_goBothWays_alsoBesideRequests() throws Exception {
        start(replica("lifecycle-1", server.actualPort()));
        Messages messages = new Messages();
        WebSocket socket = open(CHANNEL, messages);
        socket.sendText("hello", true).join();
        assertThat(messages.texts.poll(10, TimeUnit.SECONDS)).isEqualTo("heard hello");
        accepted.get().writeTextMessage("x".repeat(60_000));
        assertThat(messages.texts.poll(10, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(forwarded.get()).contains("for=127.0.0.1");
        // one request is all that this front lets in: the channel takes not its place
        HttpResponse<String> other = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + "/dicom-web/workitems"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(other.statusCode()).isEqualTo(403);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertThat(closedInside.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void replicaThatHangsUp_closesTheOutside() throws Exception {
        start(replica("lifecycle-1", server.actualPort()));
        Messages messages = new Messages();
        open(CHANNEL, messages);
        accepted.get().close();
        assertThat(messages.closed.await(10, TimeUnit.SECONDS)).isTrue();
        // there is a place again
        open(CHANNEL, new Messages());
    }

    @Test
    void refusal_isPassedOn() throws Exception {
        start(replica("lifecycle-1", server.actualPort()));
        assertThatThrownBy(() -> open("/dicom-web/subscribers/OTHER", new Messages()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void replicaThatIsDown_isLeftForAnother() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Replica dead = replica("lifecycle-1", nobody);
        Replica alive = replica("lifecycle-2", server.actualPort());
        start(dead, alive);
        for (int i = 0; i < 2; i++) {
            Messages messages = new Messages();
            WebSocket socket = open(CHANNEL, messages);
            accepted.get().close();
            assertThat(messages.closed.await(10, TimeUnit.SECONDS)).isTrue();
            socket.abort();
        }
        assertThat(List.of(Health.DOWN, Health.UP)).contains(dead.health());
    }

    @Test
    void withoutAReplica_theClientIsToldToTryAgain() throws Exception {
        start();
        assertThatThrownBy(() -> open(CHANNEL, new Messages()))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(503));
    }
}
