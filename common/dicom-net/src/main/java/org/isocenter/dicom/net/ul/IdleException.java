/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.net.SocketTimeoutException;

/** No PDU has begun in the time given; nothing is wrong with the connection. */
public final class IdleException extends SocketTimeoutException {
    private static final long serialVersionUID = 1;

    IdleException() {
        super("The peer has been silent");
    }
}
