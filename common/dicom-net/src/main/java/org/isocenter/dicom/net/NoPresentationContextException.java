/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

/** No presentation context has been accepted for what is to be sent. Nothing has been sent. */
public final class NoPresentationContextException extends AssociationException {
    private static final long serialVersionUID = 1;

    private final String sopClassUid;

    public NoPresentationContextException(String sopClassUid, String transferSyntaxUid) {
        super("No accepted presentation context for SOP class " + sopClassUid + " with transfer syntax "
                + transferSyntaxUid);
        this.sopClassUid = sopClassUid;
    }

    public String sopClassUid() {
        return sopClassUid;
    }
}
