/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;

/** Something that goes wrong for a while. */
public interface Fault {

    /** What it is called, such as {@code kill-ingest-1}. */
    String name();

    /** Whether the archive cannot be expected to store while it lasts. */
    default boolean isOutage() {
        return false;
    }

    /**
     * Lets it go wrong.
     *
     * @throws IOException when that did not succeed
     */
    void begin() throws IOException;

    /**
     * Puts it right again; returns when that is done. Called once after each {@link #begin()}, even a failed one.
     *
     * @throws IOException when that did not succeed
     */
    void end() throws IOException;
}
