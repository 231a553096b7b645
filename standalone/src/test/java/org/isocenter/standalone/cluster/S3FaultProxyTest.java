/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.standalone.StartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class S3FaultProxyTest {

    private static final int SIZE = 1_000_000;

    private final AtomicInteger received = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;
    private S3FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            received.addAndGet(exchange.getRequestBody().readAllBytes().length);
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(new byte[SIZE]);
            exchange.close();
        });
        server.start();
        proxy = new S3FaultProxy("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.stop(0);
    }

    @Test
    void withoutAFault_everythingPasses() throws Exception {
        HttpResponse<byte[]> answer = put();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(SIZE);
        assertThat(received).hasValue(SIZE);
    }

    @Test
    void error_isTheAnswerAndNothingReachesTheServer() throws Exception {
        proxy.set(S3Fault.parse(List.of("s3", "error", "503")));
        HttpResponse<byte[]> answer = put();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).asString().contains("<Code>SlowDown</Code>");
        assertThat(received).hasValue(0);
        proxy.set(S3Fault.NONE);
        assertThat(put().statusCode()).isEqualTo(200);
    }

    @Test
    void slow_answersLate() throws Exception {
        proxy.set(S3Fault.parse(List.of("s3", "slow", "300")));
        long start = System.nanoTime();
        assertThat(put().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void cut_endsInTheMiddle() {
        proxy.set(S3Fault.parse(List.of("s3", "cut", "5000")));
        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(received.get()).isLessThan(SIZE);
    }

    @Test
    void hang_letsTheClientWait() {
        proxy.set(S3Fault.parse(List.of("s3", "hang")));
        assertThatThrownBy(this::put).hasMessageContaining("timed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3", "s3 broken", "s3 slow", "s3 slow soon", "s3 none 1", "kafka none"})
    void wrongFault_isRefused(String words) {
        assertThatThrownBy(() -> S3Fault.parse(List.of(words.split(" "))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("s3 none");
    }

    private HttpResponse<byte[]> put() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(proxy.endpoint() + "/bucket/key"))
                        .timeout(Duration.ofSeconds(3))
                        .PUT(BodyPublishers.ofByteArray(new byte[SIZE]))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
