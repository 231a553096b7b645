/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;

/**
 * How instances are taken in.
 *
 * @param bucket where their objects go
 * @param quarantineBucket where the objects go that are not taken in
 * @param conflictPolicy what other content under a SOP Instance UID that is taken leads to
 * @param acceptUnlistedSopClasses whether SOP classes that PS3.4 B.5 does not list are stored
 * @param maxBytesInFlight bytes of bodies held in memory at the same time, at least 16 MiB
 * @param engineTimeout how long the engines are waited for when an instance has been read
 */
public record IngestSettings(
        String bucket,
        String quarantineBucket,
        ConflictPolicy conflictPolicy,
        boolean acceptUnlistedSopClasses,
        long maxBytesInFlight,
        Duration engineTimeout) {

    private static final long LEAST = 16L << 20;
    private static final Duration ENGINES = Duration.ofSeconds(4);

    /** With the engines of one machine, which answer soon or not at all. */
    public IngestSettings(
            String bucket,
            String quarantineBucket,
            ConflictPolicy conflictPolicy,
            boolean acceptUnlistedSopClasses,
            long maxBytesInFlight) {
        this(bucket, quarantineBucket, conflictPolicy, acceptUnlistedSopClasses, maxBytesInFlight, ENGINES);
    }

    public IngestSettings {
        if (maxBytesInFlight < LEAST) {
            throw new IllegalArgumentException("isocenter.ingest.max-bytes-in-flight: at least 16 MiB");
        }
    }
}
