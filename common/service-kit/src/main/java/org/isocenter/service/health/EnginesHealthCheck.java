/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.service.concurrent.BlockingExecutor;

/** Ready while every engine answers: without one of them nothing can be acknowledged. */
@Readiness
@ApplicationScoped
public class EnginesHealthCheck implements HealthCheck {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, EngineState> engines = new LinkedHashMap<>();

    /** With the ports to the engines. */
    public EnginesHealthCheck(MetadataStore metadata, ObjectStore objects, EventBus events, BlockingExecutor executor) {
        engines.put("metadata", new EngineState(metadata::check, executor, LIMIT, System::nanoTime));
        engines.put("objects", new EngineState(objects::check, executor, LIMIT, System::nanoTime));
        engines.put("events", new EngineState(events::check, executor, LIMIT, System::nanoTime));
    }

    @Override
    public HealthCheckResponse call() {
        engines.values().forEach(EngineState::ask);
        HealthCheckResponseBuilder response = HealthCheckResponse.named("engines");
        boolean allUp = true;
        for (Map.Entry<String, EngineState> engine : engines.entrySet()) {
            String state = engine.getValue().state(PATIENCE);
            response.withData(engine.getKey(), state);
            allUp &= state.equals(EngineState.UP);
        }
        return response.status(allUp).build();
    }
}
