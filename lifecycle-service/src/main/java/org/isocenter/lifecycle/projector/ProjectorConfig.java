/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How studies are projected. */
@ConfigMapping(prefix = "isocenter.projector")
public interface ProjectorConfig {

    /** The shortest time between two projections of a study. */
    @WithDefault("400ms")
    Duration minInterval();

    /** A study rests for this many times the duration of its last projection: 10 leaves nine tenths of a core to others. */
    @WithDefault("10")
    int restFactor();

    /** How long an announced instance may lack its row; then its store has failed and the announcement is dropped. */
    @WithDefault("30s")
    Duration rowDeadline();

    /** How long after a projection the second look comes, where there is reason for one. */
    @WithDefault("5s")
    Duration quietPeriod();

    /** Studies that are projected at the same time. Each waits most of its time for the engines. */
    @WithDefault("16")
    int threads();
}
