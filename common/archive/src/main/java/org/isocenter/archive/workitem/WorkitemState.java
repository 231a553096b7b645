/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.Optional;

/** Procedure Step State (0074,1000) of a work item (PS3.4 CC.1.1). */
public enum WorkitemState {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELED;

    /** The defined term. */
    public String term() {
        return name().replace('_', ' ');
    }

    /** Whether it never changes again. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELED;
    }

    /** The state of a term; {@code CANCELLED}, as PS3.18 11.7.1.4 spells it, is understood too. */
    public static Optional<WorkitemState> of(String term) {
        if ("CANCELLED".equals(term)) {
            return Optional.of(CANCELED);
        }
        for (WorkitemState each : values()) {
            if (each.term().equals(term)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
