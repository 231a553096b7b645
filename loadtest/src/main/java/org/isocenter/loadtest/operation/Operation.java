/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;

/** A kind of request that is measured. Thread-safe. */
public interface Operation {

    /** What it is called in the table. */
    String name();

    /** What an archive must be able to do. */
    Service service();

    /** Connects a client. */
    Session open(Target target) throws IOException, InterruptedException;

    /** How many instances a request is about, for rates in instances a second. */
    default int items() {
        return 1;
    }

    /** How often a client may do it in a round. */
    default int maxRuns() {
        return Integer.MAX_VALUE;
    }
}
