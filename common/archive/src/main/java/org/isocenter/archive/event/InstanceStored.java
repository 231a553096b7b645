/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Instant;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;

/** The announcement of an instance. Its row comes within the time-out of a store, or never (docs/decisions/0001). */
public record InstanceStored(
        InstanceUids uids,
        String sopClassUid,
        String transferSyntaxUid,
        ObjectLocation location,
        Digest digest,
        long objectSize,
        Instant storedAt,
        String sourceAet,
        String site) {}
