/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.config.HttpConfig;
import org.isocenter.service.http.BaseUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRunnerTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private record Config(Optional<String> baseUrl, List<String> trustedProxies) implements HttpConfig {
        @Override
        public int maxRequestsPerClient() {
            return 0;
        }

        @Override
        public Cors cors() {
            throw new AssertionError("nobody asks");
        }
    }

    /** As when the operating system gives no more threads. */
    private static final class Exhausted extends BlockingExecutor {

        @Override
        public void execute(Runnable task) {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }

    @Test
    void run_withoutAThread_isUnavailable() throws Exception {
        ExchangeRunner runner = new ExchangeRunner(
                new Exhausted(), new BaseUrl(new Config(Optional.empty(), List.of())), new ObjectMapper());
        Router router = Router.router(vertx);
        router.route()
                .handler(context -> runner.run(context, exchange -> {
                    throw new AssertionError("there is no thread for it");
                }));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
