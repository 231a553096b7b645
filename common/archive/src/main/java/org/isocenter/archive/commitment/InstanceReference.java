/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.Optional;

import org.isocenter.archive.model.SeriesKey;

/**
 * An instance as others refer to it (PS3.3 table 10-11).
 *
 * @param sopClassUid Referenced SOP Class UID (0008,1150)
 * @param sopInstanceUid Referenced SOP Instance UID (0008,1155)
 * @param series of which it is said to be, if that is said
 */
public record InstanceReference(String sopClassUid, String sopInstanceUid, Optional<SeriesKey> series) {

    /** A reference that says nothing of study and series. */
    public InstanceReference(String sopClassUid, String sopInstanceUid) {
        this(sopClassUid, sopInstanceUid, Optional.empty());
    }
}
