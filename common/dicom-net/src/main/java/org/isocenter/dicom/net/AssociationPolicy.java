/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.net.InetSocketAddress;

import org.isocenter.dicom.net.pdu.AssociateRj;

/** Who may associate with us: asked once an association has been proposed to an AE title of ours. */
@FunctionalInterface
public interface AssociationPolicy {
    /** Accepts every association. */
    AssociationPolicy ACCEPT_ALL = (request, remoteAddress) -> Decision.ACCEPT;

    /** Decides on a proposed association; quick, since it is asked before the peer is answered. */
    Decision decide(AssociationRequest request, InetSocketAddress remoteAddress);

    /**
     * A decision.
     *
     * @param rejection null to accept
     * @param userIdentityResponse the server's response to a user identity (PS3.7 D.3.3.7.2), sent if a positive response
     *     was asked for; empty for user names
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they stand in the item, never changed
    record Decision(AssociateRj rejection, byte[] userIdentityResponse) {
        private static final byte[] NO_RESPONSE = {};

        public static final Decision ACCEPT = new Decision(null, NO_RESPONSE);

        public static Decision reject(AssociateRj rejection) {
            return new Decision(rejection, NO_RESPONSE);
        }

        public boolean isAccepted() {
            return rejection == null;
        }
    }
}
