/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.net.InetSocketAddress;

import org.isocenter.dicom.net.AssociationPolicy;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.pdu.AssociateRj;

/** The configured callers as the DICOM port asks for them. Immutable. */
final class DicomAccess implements AssociationPolicy {

    private final CallerPolicy callers;

    DicomAccess(CallerPolicy callers) {
        this.callers = callers;
    }

    @Override
    public Decision decide(AssociationRequest request, InetSocketAddress remoteAddress) {
        if (!callers.isCalled(request.calledAet())) {
            return Decision.reject(AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        if (!callers.mayCall(request.callingAet(), remoteAddress.getAddress())) {
            return Decision.reject(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        return Decision.ACCEPT;
    }
}
