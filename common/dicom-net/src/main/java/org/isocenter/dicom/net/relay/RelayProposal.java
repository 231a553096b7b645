/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.Implementation;
import org.isocenter.dicom.net.PresentationContext;
import org.isocenter.dicom.net.ServiceOffer;
import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.CommonExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.pdu.UserInformation;

/**
 * What is proposed to the program that performs: those of the requestor's accepted contexts that it serves, under their IDs and in
 * the transfer syntaxes that were accepted, with what the requestor has said of them and of itself.
 */
final class RelayProposal {
    private static final long MAX_PDU_LENGTH = 256L * 1024;

    private final Association inbound;
    private final ServiceOffer offer;

    RelayProposal(Association inbound, ServiceOffer offer) {
        this.inbound = inbound;
        this.offer = offer;
    }

    AssociationRequest request(RelaySeal seal) {
        List<ProposedContext> contexts = new ArrayList<>();
        List<RoleSelection> roles = new ArrayList<>();
        for (PresentationContext each : inbound.acceptedContexts()) {
            String sopClass = each.abstractSyntax();
            boolean performed = each.localScp() && isPerformed(sopClass);
            if (performed || isReturned(each)) {
                contexts.add(new ProposedContext(
                        each.id(), sopClass, List.of(each.transferSyntax().uid())));
            }
            if (isReturned(each)) {
                roles.add(new RoleSelection(sopClass, performed, true));
            }
        }
        return new AssociationRequest(
                inbound.callingAet(),
                inbound.calledAet(),
                contexts,
                userInformation(contexts, roles.stream().distinct().toList(), seal));
    }

    /** Requests in it come from the program, as C-STORE of C-GET does. */
    private boolean isReturned(PresentationContext context) {
        return context.localScu() && offer.actsAsScu(context.abstractSyntax());
    }

    /** As the negotiation has found (PS3.7 D.3.3.6). */
    private boolean isPerformed(String sopClass) {
        return offer.sopClasses().contains(sopClass)
                || offer.acceptsUnlisted(sopClass)
                || inbound.peer().commonExtended(sopClass).stream()
                        .flatMap(negotiation -> negotiation.relatedGeneralSopClasses().stream())
                        .anyMatch(offer.sopClasses()::contains);
    }

    private UserInformation userInformation(List<ProposedContext> contexts, List<RoleSelection> roles, RelaySeal seal) {
        UserInformation original = inbound.peer();
        Set<String> sopClasses =
                contexts.stream().map(ProposedContext::abstractSyntax).collect(Collectors.toSet());
        List<ExtendedNegotiation> extended =
                only(original.extended(), negotiation -> sopClasses.contains(negotiation.sopClassUid()));
        extended.add(seal.mark(
                inbound.callingAet(),
                inbound.calledAet(),
                inbound.remoteAddress().getAddress()));
        List<CommonExtendedNegotiation> common =
                only(original.commonExtended(), negotiation -> sopClasses.contains(negotiation.sopClassUid()));
        return new UserInformation(
                MAX_PDU_LENGTH,
                Implementation.CLASS_UID,
                Implementation.VERSION_NAME,
                window(),
                roles,
                extended,
                common,
                original.userIdentity(),
                null);
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Null for one operation at a time each way. */
    private AsyncOperationsWindow window() {
        AsyncOperationsWindow window = new AsyncOperationsWindow(inbound.performedWindow(), inbound.invokedWindow());
        return window.equals(AsyncOperationsWindow.SYNCHRONOUS) ? null : window;
    }
}
