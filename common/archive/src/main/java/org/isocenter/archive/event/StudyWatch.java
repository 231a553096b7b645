/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.Set;

/** Hears of which studies instances are announced. */
@FunctionalInterface
public interface StudyWatch {

    /**
     * Called after every poll, several times a second while the bus is heard; by one thread.
     *
     * @param studyInstanceUids the studies that were announced since the last call, mostly none
     */
    void announced(Set<String> studyInstanceUids);
}
