/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.IOException;

/** The client closed the connection before the end of the body. */
public final class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientGoneException() {
        super("the client is gone");
    }
}
