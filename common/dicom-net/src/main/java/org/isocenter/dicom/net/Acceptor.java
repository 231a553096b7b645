/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;

import org.isocenter.dicom.net.AssociationPolicy.Decision;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.ul.Transport;
import org.isocenter.dicom.net.ul.UpperLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a new connection to an association, or rejects it. Safe for concurrent use. */
final class Acceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);

    private final DimseServerConfig config;
    private final ServiceRegistry services;
    private final AssociationLimits limits;
    private final OpenAssociations open;
    private final BooleanSupplier draining;

    Acceptor(DimseServerConfig config, ServiceRegistry services, OpenAssociations open, BooleanSupplier draining) {
        this.config = config;
        this.services = services;
        this.limits = new AssociationLimits(config.maxAssociations(), config.maxAssociationsPerAet());
        this.open = open;
        this.draining = draining;
    }

    /** Serves a connection to its end on the current thread. */
    void serve(Socket connection) {
        try (connection;
                Transport transport = transport(connection)) {
            UpperLayer upperLayer = new UpperLayer(
                    transport,
                    false,
                    config.timeouts().artim().toMillis(),
                    config.timeouts().message().toMillis(),
                    config.maxPduLength());
            try {
                associate(upperLayer);
            } finally {
                upperLayer.awaitClose();
            }
        } catch (IOException e) {
            LOG.debug("No association with {}: {}", connection.getRemoteSocketAddress(), e.getMessage());
        }
    }

    private Transport transport(Socket connection) throws IOException {
        Socket socket = connection;
        if (config.sslContext().isPresent()) {
            connection.setSoTimeout((int) config.timeouts().artim().toMillis());
            SSLSocket secure =
                    (SSLSocket) config.sslContext().get().getSocketFactory().createSocket(connection, null, true);
            secure.setNeedClientAuth(config.needClientAuthentication());
            secure.startHandshake();
            socket = secure;
        }
        return new Transport(connection, socket, config.timeouts().write().toMillis());
    }

    private void associate(UpperLayer upperLayer) throws IOException {
        AssociateRq proposal = upperLayer.awaitRequest();
        AssociationRequest request = AssociationRequest.of(proposal);
        Decision decision = decide(proposal, request, upperLayer);
        if (!decision.isAccepted()) {
            reject(upperLayer, request, decision.rejection());
            return;
        }
        if (!limits.tryEnter(request.callingAet())) {
            reject(upperLayer, request, AssociateRj.LOCAL_LIMIT_EXCEEDED);
            return;
        }
        try {
            ServiceRegistry offered = services.serving(request);
            Negotiator negotiator = new Negotiator(offered, config.maxPduLength(), config.asyncOperations());
            perform(upperLayer, negotiator.answer(proposal, decision.userIdentityResponse()), offered);
        } finally {
            limits.leave(request.callingAet());
        }
    }

    private void perform(UpperLayer upperLayer, Negotiator.Answer answer, ServiceRegistry offered) throws IOException {
        AssociationCore core =
                new AssociationCore(answer.negotiated(), upperLayer, offered, config.timeouts(), config.listener());
        open.add(core);
        try {
            upperLayer.accept(answer.accept());
            core.opened();
            core.run();
        } finally {
            upperLayer.abort(Abort.BY_USER);
            open.remove(core);
        }
    }

    private Decision decide(AssociateRq proposal, AssociationRequest request, UpperLayer upperLayer) {
        Optional<AssociateRj> rejection = objection(proposal);
        return rejection.map(Decision::reject).orElseGet(() -> config.policy()
                .decide(request, upperLayer.transport().remoteAddress()));
    }

    private Optional<AssociateRj> objection(AssociateRq proposal) {
        if ((proposal.protocolVersion() & AssociateRq.VERSION_1) == 0) {
            return Optional.of(AssociateRj.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!proposal.applicationContext().equals(AssociateRq.DICOM_APPLICATION_CONTEXT)) {
            return Optional.of(AssociateRj.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        if (!config.aeTitles().isEmpty() && !config.aeTitles().contains(proposal.calledAet())) {
            return Optional.of(AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        return draining.getAsBoolean() ? Optional.of(AssociateRj.TEMPORARY_CONGESTION) : Optional.empty();
    }

    private void reject(UpperLayer upperLayer, AssociationRequest request, AssociateRj rejection) throws IOException {
        config.listener().rejected(request, rejection);
        upperLayer.reject(rejection);
    }
}
