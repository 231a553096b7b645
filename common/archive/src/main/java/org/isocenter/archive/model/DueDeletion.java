/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * That a rejected instance is to be deleted some time.
 *
 * @param uids the instance
 * @param since the moment from which the delay is counted
 */
public record DueDeletion(InstanceUids uids, Instant since) {

    /** The deletions of a day are spread over so many partitions. */
    public static final int SHARDS = 16;

    /** The day of {@link #since} (UTC). */
    public LocalDate day() {
        return LocalDate.ofInstant(since, ZoneOffset.UTC);
    }

    /** From 0 to {@link #SHARDS} - 1; the same for all instances of a study. */
    public int shard() {
        return Math.floorMod(uids.studyInstanceUid().hashCode(), SHARDS);
    }
}
