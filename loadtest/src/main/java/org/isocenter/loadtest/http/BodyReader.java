/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads the body of an answer as it comes. */
@FunctionalInterface
public interface BodyReader {

    /** Throws it away; it is counted all the same. */
    BodyReader NONE = (head, body) -> {};

    /**
     * Takes a body; what it does not read is skipped.
     *
     * @param head status and headers; the length is not known yet
     * @param body until its end
     */
    void read(HttpResult head, InputStream body) throws IOException;
}
