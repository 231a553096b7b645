/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The index and the limits of searches. */
@ConfigMapping(prefix = "isocenter.query")
public interface QueryConfig {

    /** Directory of this replica's index; may be deleted, the index comes back. */
    @WithDefault("data/index")
    Path indexDirectory();

    /** How often the index is written to disk while studies change. */
    @WithDefault("5s")
    Duration commitInterval();

    /** Results of one QIDO-RS request at most; a client may ask for fewer. */
    @WithDefault("1000")
    int maxResults();

    /** Instances that are looked at for a search of instances that names no study, at most. */
    @WithDefault("100000")
    int maxInstancesScanned();
}
