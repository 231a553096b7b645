/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
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

    /** While it is being built with the number of its studies, which takes too long to be counted for ever. */
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("study index");
        return feeder.caughtUp()
                ? response.up().build()
                : response.down().withData("studies", feeder.index().size()).build();
    }
}
