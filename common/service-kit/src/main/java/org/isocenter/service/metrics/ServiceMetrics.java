/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.contention.Contention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters of the DICOM edge and of the store path. Thread-safe. */
@ApplicationScoped
public class ServiceMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger associations = new AtomicInteger();

    /** Registers with the service's registry. */
    public ServiceMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("isocenter.dimse.associations.open", associations, AtomicInteger::get)
                .description("Associations that are being served")
                .register(registry);
        for (Contention each : Contention.values()) {
            FunctionCounter.builder("isocenter.contention", each, Contention::count)
                    .description("What was waited for because of other replicas")
                    .tag("kind", each.label())
                    .register(registry);
        }
    }

    /** An association was accepted. */
    public void associationOpened() {
        associations.incrementAndGet();
    }

    /** An accepted association has ended. */
    public void associationClosed() {
        associations.decrementAndGet();
    }

    /** An association was rejected for the reason, one of few words. */
    public void associationRejected(String reason) {
        registry.counter("isocenter.dimse.associations.rejected", "reason", reason)
                .increment();
    }

    /**
     * A DIMSE request was answered to its end.
     *
     * @param operation such as {@code C-STORE}
     * @param status final DIMSE status, 0x0000 to 0xffff
     */
    public void dimseRequest(String operation, int status, Duration duration) {
        Timer.builder("isocenter.dimse.requests")
                .description("DIMSE requests by operation and class of their final status")
                .tag("operation", operation)
                .tag("status", DimseStatusClass.of(status).label())
                .register(registry)
                .record(duration);
    }

    /**
     * Work on a study was given up.
     *
     * @param work such as {@code projection}
     * @param error the error code's metric label
     */
    public void workDead(String work, String error) {
        Counter.builder("isocenter.work.dead")
                .description("Work on studies that failed again and again and was given up")
                .tag("work", work)
                .tag("error", error)
                .register(registry)
                .increment();
    }

    /**
     * An instance was taken in or refused.
     *
     * @param protocol {@code dimse} or {@code stow}
     * @param outcome {@code stored}, {@code duplicate}, {@code quarantined} or an error code's metric label
     */
    public void store(String protocol, String outcome, Duration duration) {
        Timer.builder("isocenter.store")
                .description("From the first byte of an instance to its acknowledgement")
                .tag("protocol", protocol)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry)
                .record(duration);
    }
}
