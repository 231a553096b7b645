/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.service.http.UnexpectedFailure;
import org.isocenter.service.metrics.ServiceMetrics;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** Stores instances, with a span and a measurement of each; neither says whose they are. Thread-safe. */
@ApplicationScoped
public class InstanceStorer {

    private final InstanceSink sink;
    private final ServiceMetrics metrics;
    private final Tracer tracer;

    /** With the store path and where it is observed. */
    public InstanceStorer(InstanceSink sink, ServiceMetrics metrics, Tracer tracer) {
        this.sink = sink;
        this.metrics = metrics;
        this.tracer = tracer;
    }

    /**
     * Stores an instance durably.
     *
     * @throws ArchiveException if it is not stored; INTERNAL for what nobody foresaw, which the log knows
     */
    public IngestResult store(Protocol protocol, IngestRequest request) {
        long begin = System.nanoTime();
        Span span = tracer.spanBuilder("store instance")
                .setAttribute("isocenter.protocol", protocol.label())
                .setAttribute(
                        "isocenter.transfer_syntax", request.transferSyntax().uid())
                .startSpan();
        String outcome = ErrorCode.INTERNAL.label();
        try (Scope scope = span.makeCurrent()) {
            IngestResult result = sink.store(request);
            outcome = result.outcome().name().toLowerCase(Locale.ROOT);
            return result;
        } catch (ArchiveException e) {
            outcome = e.code().label();
            span.setStatus(StatusCode.ERROR, outcome);
            throw e;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, outcome);
            throw new ArchiveException(ErrorCode.INTERNAL, "unexpected failure " + UnexpectedFailure.log(e), e);
        } finally {
            span.setAttribute("isocenter.outcome", outcome);
            span.end();
            metrics.store(protocol.label(), outcome, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
