/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.IOException;

import org.isocenter.dicom.net.pdu.Abort;

/** The association has been aborted, by the peer or by us. */
public final class AssociationAbortedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Abort abort;
    private final boolean byPeer;

    public AssociationAbortedException(Abort abort, boolean byPeer, String message) {
        super((byPeer ? "Aborted by the peer: " : "Aborted: ") + message + ' ' + abort);
        this.abort = abort;
        this.byPeer = byPeer;
    }

    /** Source and reason. */
    public Abort abort() {
        return abort;
    }

    public boolean isByPeer() {
        return byPeer;
    }
}
