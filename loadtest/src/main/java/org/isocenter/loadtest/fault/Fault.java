/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that goes wrong for a while. */
public interface Fault {

    /** What it is called, such as {@code kill-ingest-1}. */
    String name();

    /** Whether the archive cannot be expected to store while it lasts. */
    default boolean isOutage() {
        return false;
    }

    /** Ledgers of stores that the fault itself makes. */
    default List<Path> ledgers() {
        return List.of();
    }

    /**
     * Lets it go wrong.
     *
     * @throws IOException when that did not succeed
     */
    void begin() throws IOException, InterruptedException;

    /**
     * Puts it right again; returns when that is done. Called after each {@link #begin()}, even a failed one, and perhaps
     * from another thread while that is still going on.
     *
     * @throws IOException when that did not succeed
     */
    void end() throws IOException;
}
