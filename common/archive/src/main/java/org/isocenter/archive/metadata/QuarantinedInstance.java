/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Instant;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;

/** What was received but not taken in, and why. */
public record QuarantinedInstance(
        InstanceUids uids,
        Digest digest,
        ObjectLocation location,
        String reason,
        String sourceAet,
        Instant receivedAt) {}
