/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.pdu.AssociateAc;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.ContextResult;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.pdu.UserIdentity;
import org.isocenter.dicom.net.pdu.UserInformation;

/** What an acceptor answers to a proposal that it does not reject (PS3.8 9.3.3, PS3.7 D.3). Immutable. */
final class Negotiator {
    private final ServiceRegistry services;
    private final long maxPduLength;
    private final int asyncOperations;

    Negotiator(ServiceRegistry services, long maxPduLength, int asyncOperations) {
        this.services = services;
        this.maxPduLength = maxPduLength;
        this.asyncOperations = asyncOperations;
    }

    /** The answer on the wire, and what it means. */
    record Answer(AssociateAc accept, Negotiated negotiated) {}

    Answer answer(AssociateRq proposal, byte[] identityResponse) {
        AssociationRequest request = AssociationRequest.of(proposal);
        UserInformation proposed = proposal.userInformation();
        Map<String, RoleSelection> roles = roles(request);
        List<ContextResult> results = new ArrayList<>();
        List<PresentationContext> accepted = new ArrayList<>();
        for (ProposedContext context : proposal.contexts()) {
            RoleSelection role = roles.getOrDefault(context.abstractSyntax(), requestorIsScu(context));
            ContextResult result = result(context, role, request);
            results.add(result);
            if (result.isAccepted()) {
                accepted.add(new PresentationContext(
                        context.id(),
                        context.abstractSyntax(),
                        TransferSyntax.of(result.transferSyntax()),
                        role.scp(),
                        role.scu()));
            }
        }
        AsyncOperationsWindow window = proposed.asyncOperationsWindow() == null
                ? null
                : proposed.asyncOperationsWindow().within(asyncOperations, asyncOperations);
        UserInformation user = userInformation(proposed, roles.values(), window, identityResponse);
        AssociateAc accept = new AssociateAc(
                AssociateRq.VERSION_1,
                proposal.calledAet(),
                proposal.callingAet(),
                AssociateRq.DICOM_APPLICATION_CONTEXT,
                results,
                user);
        AsyncOperationsWindow agreed = window == null ? AsyncOperationsWindow.SYNCHRONOUS : window;
        return new Answer(accept, new Negotiated(false, request, List.copyOf(accepted), proposed, agreed));
    }

    private static RoleSelection requestorIsScu(ProposedContext context) {
        return new RoleSelection(context.abstractSyntax(), true, false);
    }

    /** PS3.7 D.3.3.4: a role is agreed to when it was proposed and a service takes its counterpart. */
    private Map<String, RoleSelection> roles(AssociationRequest request) {
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        for (RoleSelection role : request.userInformation().roles()) {
            String sopClass = role.sopClassUid();
            boolean scu = role.scu() && services.performing(sopClass, request).isPresent();
            boolean scp = role.scp() && services.invoking(sopClass).isPresent();
            roles.put(sopClass, new RoleSelection(sopClass, scu, scp));
        }
        return roles;
    }

    private ContextResult result(ProposedContext context, RoleSelection role, AssociationRequest request) {
        String sopClass = context.abstractSyntax();
        Optional<DimseService> service = role.scu() ? services.performing(sopClass, request) : Optional.empty();
        if (service.isEmpty() && role.scp()) {
            service = services.invoking(sopClass);
        }
        if (service.isEmpty()) {
            return refused(context, ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED);
        }
        return choose(service.get(), sopClass, context.transferSyntaxes())
                .map(uid -> new ContextResult(context.id(), ContextResult.ACCEPTANCE, uid))
                .orElseGet(() -> refused(context, ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED));
    }

    private static Optional<String> choose(DimseService service, String sopClass, List<String> offered) {
        if (!service.prefersRequestorOrder(sopClass)) {
            Optional<String> preferred = service.transferSyntaxes(sopClass).stream()
                    .filter(offered::contains)
                    .findFirst();
            if (preferred.isPresent()) {
                return preferred;
            }
        }
        return offered.stream()
                .filter(uid -> service.acceptsTransferSyntax(sopClass, uid))
                .findFirst();
    }

    private static ContextResult refused(ProposedContext context, int result) {
        String any = context.transferSyntaxes().isEmpty()
                ? ""
                : context.transferSyntaxes().get(0);
        return new ContextResult(context.id(), result, any);
    }

    private UserInformation userInformation(
            UserInformation proposed,
            Collection<RoleSelection> roles,
            AsyncOperationsWindow window,
            byte[] identityResponse) {
        UserIdentity identity = proposed.userIdentity();
        return new UserInformation(
                maxPduLength,
                Implementation.CLASS_UID,
                Implementation.VERSION_NAME,
                window,
                List.copyOf(roles),
                extended(proposed.extended()),
                List.of(),
                null,
                identity != null && identity.positiveResponseRequested() ? identityResponse : null);
    }

    private List<ExtendedNegotiation> extended(List<ExtendedNegotiation> proposed) {
        List<ExtendedNegotiation> answers = new ArrayList<>();
        for (ExtendedNegotiation negotiation : proposed) {
            String sopClass = negotiation.sopClassUid();
            services.performing(sopClass)
                    .map(service -> service.negotiateExtended(sopClass, negotiation.information()))
                    .ifPresent(answer -> answers.add(new ExtendedNegotiation(sopClass, answer)));
        }
        return answers;
    }
}
