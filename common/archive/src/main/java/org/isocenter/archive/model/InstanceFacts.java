/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;

/**
 * The narrow part of an instance's row: what a summary counts.
 *
 * @param sopInstanceUid its UID within the series
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param digest of the data set's bytes
 * @param objectSize bytes
 * @param numberOfFrames frames
 * @param storedAt when it was acknowledged
 * @param state whether it is shown
 */
public record InstanceFacts(
        String sopInstanceUid,
        String sopClassUid,
        Digest digest,
        long objectSize,
        int numberOfFrames,
        Instant storedAt,
        InstanceState state) {}
