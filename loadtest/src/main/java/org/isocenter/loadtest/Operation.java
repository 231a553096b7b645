/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;

/** One request to a target, done again and again by several clients. Thread-safe. */
interface Operation {

    /** What it is called in the table. */
    String name();

    /** Does it once and gives the bytes of payload that went over the line. */
    long run(Target target) throws IOException, InterruptedException;
}
