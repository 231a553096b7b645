/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the index holds all that was known when the service started. */
@Readiness
@ApplicationScoped
public class IndexHealthCheck implements HealthCheck {

    private final IndexFeeder feeder;

    /** With the feeder that knows how far the index is. */
    public IndexHealthCheck(IndexFeeder feeder) {
        this.feeder = feeder;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("study index")
                .status(feeder.caughtUp())
                .withData("studies", feeder.index().size())
                .build();
    }
}
