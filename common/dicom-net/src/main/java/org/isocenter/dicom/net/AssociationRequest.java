/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.CommonExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.pdu.UserIdentity;
import org.isocenter.dicom.net.pdu.UserInformation;

/**
 * What a requestor proposes: sent by an SCU, received by an SCP and its {@link AssociationPolicy}.
 *
 * @param callingAet the requestor's AE title
 * @param calledAet the acceptor's AE title
 * @param contexts proposed presentation contexts
 * @param userInformation PDU length, implementation, roles, window, identity
 */
public record AssociationRequest(
        String callingAet, String calledAet, List<ProposedContext> contexts, UserInformation userInformation) {
    /** Presentation contexts in one association, at most: odd IDs of one byte. */
    public static final int MAX_CONTEXTS = 128;

    public AssociationRequest {
        contexts = List.copyOf(contexts);
    }

    static AssociationRequest of(AssociateRq request) {
        return new AssociationRequest(
                request.callingAet(), request.calledAet(), request.contexts(), request.userInformation());
    }

    AssociateRq toPdu() {
        return new AssociateRq(
                AssociateRq.VERSION_1,
                calledAet,
                callingAet,
                AssociateRq.DICOM_APPLICATION_CONTEXT,
                contexts,
                userInformation);
    }

    public static Builder builder(String callingAet, String calledAet) {
        return new Builder(callingAet, calledAet);
    }

    /** Puts a request together. Not thread-safe. */
    public static final class Builder {
        private static final int DEFAULT_MAX_PDU_LENGTH = 256 * 1024;

        private final String callingAet;
        private final String calledAet;
        private final List<ProposedContext> contexts = new ArrayList<>();
        private final Map<String, RoleSelection> roles = new LinkedHashMap<>();
        private final List<ExtendedNegotiation> extended = new ArrayList<>();
        private final List<CommonExtendedNegotiation> commonExtended = new ArrayList<>();
        private long maxPduLength = DEFAULT_MAX_PDU_LENGTH;
        private AsyncOperationsWindow window;
        private UserIdentity userIdentity;

        private Builder(String callingAet, String calledAet) {
            this.callingAet = callingAet;
            this.calledAet = calledAet;
        }

        /** Proposes a presentation context with the next free ID. */
        public Builder context(String sopClass, String... transferSyntaxes) {
            return context(sopClass, Arrays.asList(transferSyntaxes));
        }

        /** Proposes a presentation context with the next free ID. */
        public Builder context(String sopClass, List<String> transferSyntaxes) {
            if (contexts.size() == MAX_CONTEXTS) {
                throw new IllegalStateException("An association has 128 presentation contexts at most");
            }
            contexts.add(new ProposedContext(2 * contexts.size() + 1, sopClass, transferSyntaxes));
            return this;
        }

        /** Proposes roles of the requestor, us, for a SOP class. */
        public Builder role(String sopClass, boolean scu, boolean scp) {
            roles.put(sopClass, new RoleSelection(sopClass, scu, scp));
            return this;
        }

        public Builder extended(String sopClass, byte[] information) {
            extended.add(new ExtendedNegotiation(sopClass, information));
            return this;
        }

        public Builder commonExtended(CommonExtendedNegotiation negotiation) {
            commonExtended.add(negotiation);
            return this;
        }

        /** Longest P-DATA-TF field that we take, in bytes; 0 is unlimited. */
        public Builder maxPduLength(long bytes) {
            maxPduLength = bytes;
            return this;
        }

        /** Requests outstanding at a time, ours and the peer's; 0 is unlimited. */
        public Builder asyncOperations(int maxInvoked, int maxPerformed) {
            window = new AsyncOperationsWindow(maxInvoked, maxPerformed);
            return this;
        }

        public Builder userIdentity(UserIdentity identity) {
            userIdentity = identity;
            return this;
        }

        public AssociationRequest build() {
            if (contexts.isEmpty()) {
                throw new IllegalStateException("An association needs a presentation context");
            }
            UserInformation user = new UserInformation(
                    maxPduLength,
                    Implementation.CLASS_UID,
                    Implementation.VERSION_NAME,
                    window,
                    List.copyOf(roles.values()),
                    extended,
                    commonExtended,
                    userIdentity,
                    null);
            return new AssociationRequest(callingAet, calledAet, contexts, user);
        }
    }
}
