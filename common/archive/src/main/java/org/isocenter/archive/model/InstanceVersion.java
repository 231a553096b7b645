/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;

/** A row of {@code instance_by_sop}: content that arrived under a SOP Instance UID, and which instance it is of. */
public record InstanceVersion(
        InstanceUids uids, Digest digest, ObjectLocation location, String transferSyntaxUid, Instant arrivedAt) {}
