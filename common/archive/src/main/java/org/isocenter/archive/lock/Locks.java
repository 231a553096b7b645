/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.lock;

import java.time.Duration;
import java.util.Optional;

/** The port to distributed locks. A lock saves work; correctness comes from its fencing token. */
public interface Locks extends AutoCloseable {

    /** Takes the lock if it is free; it is given back when closed or when the lease ends. */
    Optional<Lock> tryLock(String name, Duration lease);

    /** A lock that is held. */
    interface Lock extends AutoCloseable {

        /** Greater than that of every holder before. */
        long fencingToken();

        @Override
        void close();
    }

    @Override
    void close();
}
