/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.recovery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is made good at start. */
@ConfigMapping(prefix = "isocenter.recovery")
public interface RecoveryConfig {

    /**
     * The last instances that arrived before the start are announced again, as many as came within this time: those whose events a lone
     * broker lost with its power. 0s where the brokers replicate.
     */
    @WithDefault("0s")
    Duration announceAgain();
}
