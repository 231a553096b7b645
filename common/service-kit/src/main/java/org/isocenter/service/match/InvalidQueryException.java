/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

/** A key or a parameter of a query makes no sense. The message names the attribute, never its value. */
public final class InvalidQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a text for the client. */
    public InvalidQueryException(String message) {
        super(message);
    }
}
