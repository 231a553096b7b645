/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.IOException;

/** The archive answered, but not with the status that is expected. */
public final class HttpStatusException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** Of an answer. */
    public HttpStatusException(int status, String request) {
        super("the archive answered " + status + " to " + request);
        this.status = status;
    }

    /** The status code. */
    public int status() {
        return status;
    }
}
