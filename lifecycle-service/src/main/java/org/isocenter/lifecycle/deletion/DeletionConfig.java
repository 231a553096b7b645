/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When rejected instances are deleted for ever. */
@ConfigMapping(prefix = "isocenter.deletion")
public interface DeletionConfig {

    /** Whether they are at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long after its rejection, or after its store if that came later, the content of an instance is kept; an hour at least. */
    @WithDefault("30d")
    Duration delay();

    /** From the end of one look at what is due to the next. */
    @WithDefault("10m")
    Duration interval();

    /** Instances that are deleted in a second, at the most. */
    @WithDefault("50")
    int perSecond();
}
