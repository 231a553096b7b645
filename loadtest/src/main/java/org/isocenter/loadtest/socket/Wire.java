/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What carries bytes: TCP as it is, or TLS over it. For one reader and one writer; any thread may close it. */
interface Wire extends Closeable {

    /** Reads what is there, one byte at least; a negative number is the end. */
    int read(ByteBuffer target) throws IOException;

    /** Writes all that remains in the buffer. */
    void write(ByteBuffer source) throws IOException;

    /** Whether the other side has closed it already, as far as can be told without waiting. */
    boolean isEnded() throws IOException;
}
