/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

/** Why an instance is not answered for (PS3.3 C.14.1.1). */
public enum CommitmentFailure {
    /** The object that the row points at is not there, or not as long as it was when it was stored. */
    PROCESSING_FAILURE(0x0110),
    /** No such instance is kept, or it is hidden by a rejection. */
    NO_SUCH_OBJECT_INSTANCE(0x0112),
    /** The instance is of another SOP class. */
    CLASS_INSTANCE_CONFLICT(0x0119);

    private final int reason;

    CommitmentFailure(int reason) {
        this.reason = reason;
    }

    /** Failure Reason (0008,1197). */
    public int reason() {
        return reason;
    }
}
