/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;

/** An operation of a mix. Thread-safe. */
public interface Action {

    /** What it is called in reports. */
    String label();

    /**
     * Does it once.
     *
     * @param due nanosecond from which the latency counts
     * @return false when there was nothing to do: no study is stored yet
     * @throws IOException when an instance could not be made
     */
    boolean perform(Worker worker, long due) throws IOException, InterruptedException;
}
