/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

/** A running consumer. */
public interface Subscription extends AutoCloseable {

    /** Whether all that was in the topic when the subscription began has been handled. */
    boolean caughtUp();

    /** Ends after the batch at hand. */
    @Override
    void close();
}
