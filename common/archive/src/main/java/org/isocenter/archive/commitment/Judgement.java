/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.Optional;

/**
 * Whether the archive answers for an instance.
 *
 * @param failure why not; empty if it does
 */
public record Judgement(InstanceReference reference, Optional<CommitmentFailure> failure) {

    /** Whether the archive answers for it. */
    public boolean isCommitted() {
        return failure.isEmpty();
    }
}
