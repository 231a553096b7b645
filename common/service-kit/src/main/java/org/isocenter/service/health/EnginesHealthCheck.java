/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.http.UnexpectedFailure;

/** Ready while every engine answers: without one of them nothing can be acknowledged. */
@Readiness
@ApplicationScoped
public class EnginesHealthCheck implements HealthCheck {

    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, Runnable> checks = new LinkedHashMap<>();
    private final BlockingExecutor executor;

    /** With the ports to the engines. */
    public EnginesHealthCheck(MetadataStore metadata, ObjectStore objects, EventBus events, BlockingExecutor executor) {
        checks.put("metadata", metadata::check);
        checks.put("objects", objects::check);
        checks.put("events", events::check);
        this.executor = executor;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, CompletableFuture<Void>> running = new LinkedHashMap<>();
        checks.forEach((engine, check) -> running.put(engine, CompletableFuture.runAsync(check, executor)));
        HealthCheckResponseBuilder response = HealthCheckResponse.named("engines");
        boolean allUp = true;
        for (Map.Entry<String, CompletableFuture<Void>> check : running.entrySet()) {
            String state = state(check.getValue());
            response.withData(check.getKey(), state);
            allUp &= state.equals("up");
        }
        return response.status(allUp).build();
    }

    private static String state(CompletableFuture<Void> check) {
        try {
            check.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return "up";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArchiveException failure) {
                return failure.code().label();
            }
            return "unexpected failure " + UnexpectedFailure.log(e.getCause());
        } catch (TimeoutException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
