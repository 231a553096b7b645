/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.io.IOException;

/** A PDU that is not as PS3.8 9.3 says; ends the association with an A-ABORT. */
public final class PduException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Abort abort;

    public PduException(Abort abort, String message) {
        super(message);
        this.abort = abort;
    }

    /** What the peer is to be told. */
    public Abort abort() {
        return abort;
    }
}
