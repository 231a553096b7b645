/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.Optional;

/**
 * What became of one part of a store request.
 *
 * @param studyInstanceUid of the instance, if known
 * @param seriesInstanceUid of the instance, if known
 * @param sopInstanceUid of the instance, if known
 * @param sopClassUid of the instance, if known
 * @param status what was done with it
 * @param reason failure or warning reason (PS3.18 I.2.2), 0 for none
 */
record StowOutcome(
        Optional<String> studyInstanceUid,
        Optional<String> seriesInstanceUid,
        Optional<String> sopInstanceUid,
        Optional<String> sopClassUid,
        Status status,
        int reason) {

    /** What was done with a part. */
    enum Status {
        /** Kept, with or without a warning. */
        STORED,
        /** Not kept, because of what it is. */
        FAILED,
        /** Not kept, because the archive cannot at present. */
        UNAVAILABLE
    }

    /** A part that failed before anything of an instance could be read in it. */
    static StowOutcome unreadable(int reason) {
        return new StowOutcome(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Status.FAILED, reason);
    }

    /** Whether the archive answers for the instance from now on. */
    boolean isStored() {
        return status == Status.STORED;
    }

    /** Whether it is known which instance failed, so that it can be named among the failed ones. */
    boolean isIdentified() {
        return sopInstanceUid.isPresent() && sopClassUid.isPresent();
    }
}
