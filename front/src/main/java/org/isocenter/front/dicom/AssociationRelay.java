/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.AssociateAc;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduEncoder;
import org.isocenter.dicom.net.pdu.PduException;
import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one association to a replica. The request is offered to one replica after the other until one accepts or rejects it for
 * good; nothing but the request has been said then, so that this repeats nothing.
 */
final class AssociationRelay {

    private static final Logger LOG = LoggerFactory.getLogger(AssociationRelay.class);
    private static final int CONNECT_MILLIS = 1000;

    /** PS3.8 9.1.5. */
    private static final Duration ARTIM = Duration.ofSeconds(15);

    /** How long a replica may think while there is another to ask. */
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final Replicas replicas;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;

    AssociationRelay(Replicas replicas, ExecutorService threads, ScheduledExecutorService timer) {
        this.replicas = replicas;
        this.threads = threads;
        this.timer = timer;
    }

    /** Serves a connection to its end. */
    void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setKeepAlive(true);
            relay(client);
        } catch (IOException e) {
            LOG.debug("no association: {}", e.getMessage());
        }
    }

    private void relay(Socket client) throws IOException {
        FirstPdu request;
        try {
            request = FirstPdu.read(client, ARTIM);
        } catch (PduException e) {
            send(client, e.abort());
            return;
        }
        if (!(request.pdu() instanceof AssociateRq proposal)) {
            send(client, Abort.UNEXPECTED_PDU);
            return;
        }
        offer(client, request, AssociationRouting.service(proposal));
    }

    private void offer(Socket client, FirstPdu request, Optional<Service> service) throws IOException {
        List<Replica> tried = new ArrayList<>();
        Pdu last = AssociateRj.TEMPORARY_CONGESTION;
        for (Optional<Replica> next = next(service, tried); next.isPresent(); next = next(service, tried)) {
            Replica replica = next.get();
            tried.add(replica);
            boolean isLast = next(service, tried).isEmpty();
            replica.begin(Protocol.DICOM);
            try (Socket connection = new Socket()) {
                FirstPdu answer = ask(connection, replica, request, isLast ? ARTIM : ANSWER);
                if (answer.pdu() instanceof AssociateRj rejection && rejection.isTransient()) {
                    last = rejection;
                } else {
                    client.getOutputStream().write(answer.bytes());
                    if (answer.pdu() instanceof AssociateAc) {
                        new Pipe(client, connection, timer).run(threads);
                    }
                    return;
                }
            } catch (NoAnswerException e) {
                LOG.info("{} takes no association: {}", replica, e.getMessage());
            } finally {
                replica.end(Protocol.DICOM);
            }
        }
        send(client, last);
    }

    private Optional<Replica> next(Optional<Service> service, List<Replica> tried) {
        return service.map(each -> replicas.next(each, Protocol.DICOM, tried))
                .orElseGet(() -> replicas.nextOfAny(Protocol.DICOM, tried));
    }

    private static FirstPdu ask(Socket connection, Replica replica, FirstPdu request, Duration patience)
            throws NoAnswerException {
        try {
            connection.setTcpNoDelay(true);
            connection.setKeepAlive(true);
            connection.connect(new InetSocketAddress(replica.host(), replica.port(Protocol.DICOM)), CONNECT_MILLIS);
            connection.getOutputStream().write(request.bytes());
            return FirstPdu.read(connection, patience);
        } catch (SocketTimeoutException e) {
            replica.found(Protocol.DICOM, Health.SILENT);
            throw new NoAnswerException(e);
        } catch (IOException e) {
            replica.found(Protocol.DICOM, Health.DOWN);
            throw new NoAnswerException(e);
        }
    }

    private static void send(Socket client, Pdu pdu) throws IOException {
        client.getOutputStream().write(PduEncoder.encode(pdu));
        client.shutdownOutput();
        // PS3.8 9.2 Sta13: the peer closes, so that it reads this before
        client.setSoTimeout((int) ARTIM.toMillis());
        client.getInputStream().skipNBytes(Long.MAX_VALUE);
    }

    /** A replica that was asked and did not answer. */
    private static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
