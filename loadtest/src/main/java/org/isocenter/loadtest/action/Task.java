/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;

/** One operation, that may be tried several times. For one thread. */
@FunctionalInterface
public interface Task {

    /**
     * Tries it.
     *
     * @return bytes of data sets or bodies sent or received
     * @throws IOException when the answer is not what it must be
     */
    long attempt(Client client) throws IOException;
}
