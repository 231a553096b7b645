/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.pdu.AssociateAc;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.ContextResult;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.ul.Transport;
import org.isocenter.dicom.net.ul.UpperLayer;

/** Requests associations. */
public final class AssociationRequestor {
    private AssociationRequestor() {}

    /** Connects with {@link AssociationOptions#DEFAULT}. */
    public static Association connect(RemoteEndpoint endpoint, AssociationRequest request) throws IOException {
        return connect(endpoint, request, AssociationOptions.DEFAULT);
    }

    /**
     * Connects and has an association accepted; some of its contexts may not be.
     *
     * @throws AssociationRejectedException if the peer rejects it
     * @throws IOException if the peer cannot be reached, aborts, or does not answer in time
     */
    public static Association connect(RemoteEndpoint endpoint, AssociationRequest request, AssociationOptions options)
            throws IOException {
        Timeouts timeouts = options.timeouts();
        Transport transport = open(endpoint, timeouts);
        boolean established = false;
        try {
            UpperLayer upperLayer = new UpperLayer(
                    transport,
                    true,
                    timeouts.artim().toMillis(),
                    timeouts.message().toMillis(),
                    request.userInformation().maxPduLength());
            Pdu answer = upperLayer.associate(request.toPdu());
            if (answer instanceof AssociateRj rejection) {
                throw new AssociationRejectedException(rejection);
            }
            AssociationCore core = new AssociationCore(
                    negotiated(request, (AssociateAc) answer),
                    upperLayer,
                    options.services(),
                    timeouts,
                    options.listener());
            established = true;
            core.opened();
            return core.association();
        } finally {
            if (!established) {
                transport.close();
            }
        }
    }

    private static Transport open(RemoteEndpoint endpoint, Timeouts timeouts) throws IOException {
        Socket connection = new Socket();
        boolean open = false;
        try {
            int connectMillis = (int) timeouts.connect().toMillis();
            connection.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), connectMillis);
            Socket socket = connection;
            if (endpoint.sslContext().isPresent()) {
                connection.setSoTimeout(connectMillis);
                SSLSocket secure = (SSLSocket) endpoint.sslContext()
                        .get()
                        .getSocketFactory()
                        .createSocket(connection, endpoint.host(), endpoint.port(), true);
                secure.startHandshake();
                socket = secure;
            }
            Transport transport =
                    new Transport(connection, socket, timeouts.write().toMillis());
            open = true;
            return transport;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    private static Negotiated negotiated(AssociationRequest request, AssociateAc accept) {
        Map<Integer, ProposedContext> proposed =
                request.contexts().stream().collect(Collectors.toMap(ProposedContext::id, Function.identity()));
        List<PresentationContext> contexts = new ArrayList<>();
        for (ContextResult result : accept.contexts()) {
            ProposedContext proposal = proposed.get(result.id());
            if (proposal != null && result.isAccepted()) {
                contexts.add(context(proposal, result, request, accept));
            }
        }
        AsyncOperationsWindow window = accept.userInformation().asyncOperationsWindow();
        AsyncOperationsWindow asked = request.userInformation().asyncOperationsWindow();
        AsyncOperationsWindow agreed = window == null || asked == null ? AsyncOperationsWindow.SYNCHRONOUS : window;
        return new Negotiated(true, request, List.copyOf(contexts), accept.userInformation(), agreed);
    }

    /** PS3.7 D.3.3.4: without an answer to a role selection the default roles hold. */
    private static PresentationContext context(
            ProposedContext proposal, ContextResult result, AssociationRequest request, AssociateAc accept) {
        String sopClass = proposal.abstractSyntax();
        Optional<RoleSelection> asked = request.userInformation().role(sopClass);
        Optional<RoleSelection> agreed =
                asked.flatMap(r -> accept.userInformation().role(sopClass));
        return new PresentationContext(
                proposal.id(),
                sopClass,
                TransferSyntax.of(result.transferSyntax()),
                agreed.map(r -> r.scu() && asked.get().scu()).orElse(true),
                agreed.map(r -> r.scp() && asked.get().scp()).orElse(false));
    }
}
