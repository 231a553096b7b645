/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadyCheckTest {

    private static final Duration LIMIT = Duration.ofMillis(700);

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Long> told = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private ReadyCheck answering(int readyAfter, boolean growing) {
        server.createContext("/q/health/ready", exchange -> {
            int number = asked.incrementAndGet();
            byte[] body = ("{\"name\":\"study index\",\"data\":{\"studies\" : " + (growing ? 1000 * number : 1000)
                            + "}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(number > readyAfter ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new ReadyCheck("127.0.0.1", server.getAddress().getPort());
    }

    @Test
    void await_anIndexThatGrows_waitsBeyondTheLimit() throws Exception {
        answering(8, true).await(LIMIT, told::add);
        assertThat(told).startsWith(1000L, 2000L).hasSize(8);
    }

    @Test
    void await_anIndexThatDoesNotGrow_fails() {
        ReadyCheck check = answering(1000, false);
        assertThatThrownBy(() -> check.await(LIMIT, told::add))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("study index");
    }
}
