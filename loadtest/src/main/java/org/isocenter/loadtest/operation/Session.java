/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.Closeable;
import java.io.IOException;

/** A client with what it keeps open between requests. For one thread. */
public interface Session extends Closeable {

    /**
     * Makes one request and awaits the answer.
     *
     * @return bytes of data sets or bodies sent or received
     * @throws IOException when the answer is not what it must be
     */
    long run() throws IOException, InterruptedException;
}
