/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.net.pdu.AssociateRj;

/** The peer has rejected an association. */
public final class AssociationRejectedException extends AssociationException {
    private static final long serialVersionUID = 1;

    private final transient AssociateRj rejection;

    public AssociationRejectedException(AssociateRj rejection) {
        super(rejection.toString());
        this.rejection = rejection;
    }

    /** Result, source and reason as the peer gave them. */
    public AssociateRj rejection() {
        return rejection;
    }
}
