/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.sun.net.httpserver.HttpHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class HttpFrontTest {

    private static final String SEARCH = "/dicom-web/studies?limit=1";
    private static final String STORE = "/dicom-web/studies";
    private static final int MANY = 1000;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpFront front;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        front.close();
    }

    @Test
    void requests_areSharedByTheReplicas() throws Exception {
        FakeReplica first = replica("query-1", Service.QUERY, FakeReplica.says(200, "found"));
        FakeReplica second = replica("query-2", Service.QUERY, FakeReplica.says(200, "found"));
        start(MANY, first.replica, second.replica);
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = get(SEARCH);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("found");
        }
        assertThat(first.requests).hasSize(5).allMatch(each -> each.equals("GET " + SEARCH));
        assertThat(second.requests).hasSize(5);
    }

    @Test
    void clientThatAsksForHttp2_isAnsweredInHttp1() throws Exception {
        start(MANY, replica("query-1", Service.QUERY, FakeReplica.says(200, "found")).replica);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + SEARCH))
                .version(HttpClient.Version.HTTP_2)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.body()).isEqualTo("found");
    }

    @Test
    void refusedConnection_isTriedElsewhere_alsoForAStore() throws Exception {
        Replica dead = dead("ingest-1", Service.INGEST);
        FakeReplica alive = replica("ingest-2", Service.INGEST, FakeReplica.says(200, "stored"));
        start(MANY, dead, alive.replica);
        for (int i = 0; i < 4; i++) {
            assertThat(post("an image").body()).isEqualTo("stored");
        }
        assertThat(alive.requests).hasSize(4);
        assertThat(dead.health(Protocol.HTTP)).isEqualTo(Health.DOWN);
    }

    @Test
    void searchWithoutAnswer_isTriedElsewhere() throws Exception {
        FakeReplica killed = replica("query-1", Service.QUERY, FakeReplica.hangsUp());
        FakeReplica alive = replica("query-2", Service.QUERY, FakeReplica.says(200, "found"));
        start(MANY, killed.replica, alive.replica);
        assertThat(get(SEARCH).body()).isEqualTo("found");
        assertThat(get(SEARCH).body()).isEqualTo("found");
        assertThat(killed.requests).as("it was asked").isNotEmpty();
    }

    @Test
    void storeWithoutAnswer_isNotRepeated() throws Exception {
        FakeReplica killed = replica("ingest-1", Service.INGEST, exchange -> {
            exchange.getRequestBody().readAllBytes();
            throw new IOException("as if killed");
        });
        FakeReplica alive = replica("ingest-2", Service.INGEST, FakeReplica.says(200, "stored"));
        start(MANY, killed.replica, alive.replica);
        List<Integer> answers =
                List.of(post("an image").statusCode(), post("an image").statusCode());
        assertThat(answers).containsExactlyInAnyOrder(502, 200);
        assertThat(killed.requests).hasSize(1);
        assertThat(alive.requests).hasSize(1);
    }

    @Test
    void drainingReplica_isLeftForAnother() throws Exception {
        FakeReplica draining = replica("query-1", Service.QUERY, FakeReplica.says(503, "going"));
        FakeReplica alive = replica("query-2", Service.QUERY, FakeReplica.says(200, "found"));
        start(MANY, draining.replica, alive.replica);
        assertThat(get(SEARCH).body()).isEqualTo("found");
        assertThat(get(SEARCH).body()).isEqualTo("found");
    }

    @Test
    void refusalOfTheOnlyReplica_isPassedOn() throws Exception {
        FakeReplica only = replica("query-1", Service.QUERY, FakeReplica.says(503, "no engines"));
        start(MANY, only.replica);
        HttpResponse<String> answer = get(SEARCH);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("no engines");
    }

    @Test
    void replicaThatStandsStill_losesItsSearchesWhenThatIsSeen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        FakeReplica still = replica("query-1", Service.QUERY, exchange -> await(end));
        FakeReplica alive = replica("query-2", Service.QUERY, FakeReplica.says(200, "found"));
        alive.replica.begin(Protocol.HTTP);
        start(MANY, still.replica, alive.replica);
        Thread probe = new Thread(() -> {
            while (still.requests.isEmpty()) {
                Thread.onSpinWait();
            }
            still.replica.found(Protocol.HTTP, Health.SILENT);
        });
        probe.start();
        assertThat(get(SEARCH).body()).isEqualTo("found");
        end.countDown();
        probe.join();
    }

    @Test
    void withoutAReplica_theClientIsToldToTryAgain() throws Exception {
        start(MANY, dead("query-1", Service.QUERY));
        HttpResponse<String> answer = get(SEARCH);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void moreThanTheLimit_isRefusedAtOnce() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        FakeReplica slow = replica("query-1", Service.QUERY, exchange -> {
            begun.countDown();
            await(end);
            FakeReplica.answer(exchange, 200, "found");
        });
        start(1, slow.replica);
        var waiting = client.sendAsync(request(SEARCH).build(), BodyHandlers.ofString());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(get(SEARCH).statusCode()).isEqualTo(503);
        end.countDown();
        assertThat(waiting.get(10, TimeUnit.SECONDS).body()).isEqualTo("found");
        assertThat(get(SEARCH).statusCode()).as("there is room again").isEqualTo(200);
    }

    @Test
    void answer_streamsWhileItIsMade() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        FakeReplica replica = replica("retrieve-1", Service.RETRIEVE, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("first".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(firstSeen);
            out.write("second".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        start(MANY, replica.replica);
        try (InputStream body = client.send(request("/dicom-web/studies/1.2").build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(body.readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("first");
            firstSeen.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("second");
        }
    }

    @Test
    void body_streamsWhileItIsSent() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        CountDownLatch firstSeen = new CountDownLatch(1);
        FakeReplica replica = replica("ingest-1", Service.INGEST, exchange -> {
            seen.set(new String(exchange.getRequestBody().readNBytes(5), StandardCharsets.US_ASCII));
            firstSeen.countDown();
            byte[] rest = exchange.getRequestBody().readAllBytes();
            FakeReplica.answer(exchange, 200, String.valueOf(rest.length));
        });
        start(MANY, replica.replica);
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + STORE
                            + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000005\r\nConnection: close\r\n\r\nfirst")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(firstSeen.await(10, TimeUnit.SECONDS))
                    .as("before the body is whole")
                    .isTrue();
            assertThat(seen.get()).isEqualTo("first");
            out.write(new byte[1_000_000]);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("1000000");
        }
    }

    @Test
    void answerThatBreaksOff_doesNotLookWhole() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            Thread killed = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    Thread.currentThread().interrupt();
                }
            });
            killed.start();
            Replica replica = new Replica("retrieve-1", Service.RETRIEVE, "127.0.0.1", server.getLocalPort(), 1);
            replica.found(Protocol.HTTP, Health.UP);
            start(MANY, replica);
            assertThatThrownBy(() -> get("/dicom-web/studies/1.2")).isInstanceOf(IOException.class);
            killed.join();
        }
    }

    @Test
    void forwarded_saysForWhomAndUnderWhichName() throws Exception {
        AtomicReference<String> forwarded = new AtomicReference<>();
        AtomicReference<String> custom = new AtomicReference<>();
        FakeReplica replica = replica("query-1", Service.QUERY, exchange -> {
            forwarded.set(exchange.getRequestHeaders().getFirst("Forwarded"));
            custom.set(exchange.getRequestHeaders().getFirst("Accept"));
            FakeReplica.answer(exchange, 200, "");
        });
        start(MANY, replica.replica);
        client.send(request(SEARCH).header("Accept", "application/dicom+json").build(), BodyHandlers.discarding());
        assertThat(forwarded.get()).isEqualTo("for=127.0.0.1;host=\"127.0.0.1:" + front.port() + "\";proto=http");
        assertThat(custom.get()).isEqualTo("application/dicom+json");
        client.send(
                request(SEARCH)
                        .header("Forwarded", "for=192.0.2.1;host=pacs.example.org")
                        .build(),
                BodyHandlers.discarding());
        assertThat(forwarded.get()).startsWith("for=192.0.2.1;host=pacs.example.org, for=127.0.0.1;");
    }

    @Test
    void health_namesEveryReplica() throws Exception {
        FakeReplica query = replica("query-1", Service.QUERY, FakeReplica.says(200, ""));
        start(MANY, query.replica, dead("ingest-1", Service.INGEST));
        HttpResponse<String> answer = get("/q/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"query-1\":\"UP\"").contains("\"ingest-1\":");
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void unknownPath_isNotFound() throws Exception {
        start(MANY);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    private FakeReplica replica(String name, Service service, HttpHandler handler) throws IOException {
        FakeReplica replica = new FakeReplica(name, service, handler);
        opened.add(replica);
        return replica;
    }

    /** A replica that is believed to be up, and nobody listens. */
    private static Replica dead(String name, Service service) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Replica replica = new Replica(name, service, "127.0.0.1", socket.getLocalPort(), 1);
            replica.found(Protocol.HTTP, Health.UP);
            return replica;
        }
    }

    private void start(int maxRequests, Replica... replicas) throws IOException {
        front = new HttpFront(new Replicas(Stream.of(replicas).toList()), maxRequests);
        front.start("127.0.0.1", 0);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(request(STORE).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
