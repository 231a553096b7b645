/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.find;

/** An identifier does not fit its SOP class (status A900H). The message names attributes, never their values. */
final class IdentifierException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentifierException(String message) {
        super(message);
    }
}
