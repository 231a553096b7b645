/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is taken in, and how. */
@ConfigMapping(prefix = "isocenter.ingest")
public interface IngestConfig {

    /**
     * What happens when another data set arrives under the SOP Instance UID of one that is kept: {@code keep-first} puts the
     * newcomer into quarantine and warns, {@code replace} lets it take the place of the first.
     */
    @WithDefault("keep-first")
    ConflictPolicy conflictPolicy();

    /** Whether storage SOP classes that PS3.4 B.5 does not list, such as private ones, are taken in. */
    @WithDefault("true")
    boolean acceptUnlistedSopClasses();

    /** Instances of one STOW-RS request that are stored at the same time, 1 to 16. */
    @WithDefault("4")
    int stowParallelism();

    /** Memory for the bodies of instances that are being received, at least 16 MiB; who finds no room is told to try later. */
    @WithDefault("256M")
    MemorySize maxBytesInFlight();

    /**
     * Room in the spool directory for the bulk data of STOW-RS requests that bring metadata and bulk data apart. A request waits there
     * until it has come whole; one that alone needs more is refused, one that finds no room is told to try later.
     */
    @WithDefault("8G")
    MemorySize maxBytesSpooled();

    /**
     * How long the engines are waited for when an instance has been read; then the sender is told to try later. Longer than the
     * delivery timeout of Kafka.
     */
    @WithDefault("4s")
    Duration engineTimeout();

    /** What to do with a second, different data set of the same SOP Instance UID. */
    enum ConflictPolicy {
        /** The first stays; the newcomer goes to quarantine. */
        KEEP_FIRST,
        /** The newcomer takes the place of the first, whose object stays. */
        REPLACE
    }
}
