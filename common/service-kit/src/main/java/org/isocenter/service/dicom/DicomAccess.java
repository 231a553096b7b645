/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.isocenter.dicom.net.AssociationPolicy;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.relay.RelaySeal;

/** The configured callers as the DICOM port asks for them. Immutable. */
final class DicomAccess implements AssociationPolicy {

    private final CallerPolicy callers;

    private final RelaySeal seal;

    /** @param seal tells where the requestor of a relayed association is */
    DicomAccess(CallerPolicy callers, RelaySeal seal) {
        this.callers = callers;
        this.seal = seal;
    }

    @Override
    public Decision decide(AssociationRequest request, InetSocketAddress remoteAddress) {
        if (!callers.isCalled(request.calledAet())) {
            return Decision.reject(AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        InetAddress requestor = seal.originalAddress(request).orElse(remoteAddress.getAddress());
        if (!callers.mayCall(request.callingAet(), requestor)) {
            return Decision.reject(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        return Decision.ACCEPT;
    }
}
