/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.retrieve.send.ClientGoneException;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;
import org.isocenter.service.http.ProblemMapper;
import org.isocenter.service.http.UnexpectedFailure;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Takes requests off the event loop, unless they are quick, and answers with a problem when they fail. Thread-safe. */
@ApplicationScoped
public class ExchangeRunner {

    private static final Logger LOG = Logger.getLogger(ExchangeRunner.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final BlockingExecutor executor;
    private final BaseUrl baseUrl;
    private final ObjectMapper json;

    /** With threads that may block. */
    public ExchangeRunner(BlockingExecutor executor, BaseUrl baseUrl, ObjectMapper json) {
        this.executor = executor;
        this.baseUrl = baseUrl;
        this.json = json;
    }

    /** What answers a request. */
    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    /** Answers on a thread that may block. */
    void run(RoutingContext context, Handler handler) {
        run(context, exchange -> Optional.empty(), handler);
    }

    /**
     * Answers on a thread that may block, or at once on the event loop when nothing will: changing threads takes longer than a
     * small answer.
     *
     * @param quick gives a handler that waits for nothing but a local file, if there is one for the request
     */
    void run(RoutingContext context, Function<Exchange, Optional<Handler>> quick, Handler handler) {
        context.response().headers().add("Vary", "Accept");
        Exchange exchange = new Exchange(context, executor, baseUrl.of(context.request()));
        Optional<Handler> atOnce = quick.apply(exchange);
        if (atOnce.isPresent()) {
            answer(context, exchange, atOnce.get());
        } else {
            start(context, () -> answer(context, exchange, handler));
        }
    }

    /** Runs it on a thread that may block, if there can be one. */
    private void start(RoutingContext context, Runnable answer) {
        try {
            executor.execute(answer);
        } catch (OutOfMemoryError | RejectedExecutionException e) {
            LOG.error("there is no thread for an answer");
            fail(context.response(), overloaded());
        }
    }

    private static Problem overloaded() {
        return Problem.of(503, "Too much is being sent at the same time.").withRetryAfter(RETRY_AFTER);
    }

    private void answer(RoutingContext context, Exchange exchange, Handler handler) {
        try {
            handler.handle(exchange);
        } catch (ClientGoneException e) {
            LOG.debug("a client left before the end of its answer");
        } catch (ProblemException e) {
            fail(context.response(), e.problem());
        } catch (ArchiveException e) {
            fail(context.response(), ProblemMapper.of(e));
        } catch (OutOfMemoryError e) {
            // of buffers or threads: the heap's own ends the process
            LOG.error("there is no memory for an answer");
            fail(context.response(), overloaded());
        } catch (IOException | RuntimeException e) {
            String correlationId = UnexpectedFailure.log(e);
            fail(context.response(), Problem.of(500, null).withCorrelationId(correlationId));
        }
    }

    private void fail(HttpServerResponse response, Problem problem) {
        if (response.headWritten()) {
            response.reset(); // a body that breaks off must not look whole
            return;
        }
        response.headers()
                .remove("Content-Length")
                .remove("ETag")
                .remove("Content-Location")
                .remove("Content-Disposition")
                .remove("Content-Encoding");
        response.setStatusCode(problem.status()).setChunked(false).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.retryAfter() != null) {
            response.putHeader(
                    "Retry-After",
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
