/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationException;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.AssociationOptions;
import org.isocenter.dicom.net.AssociationRejectedException;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.dicom.net.ServiceOffer;
import org.isocenter.dicom.net.ServiceRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One requestor's way to one program: the association that stands for its own, and the requests on their way. Thread-safe. */
final class RelayLink {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLink.class);

    private final RelayPeers peers;
    private final RelaySettings settings;
    private final RelayProposal proposal;
    private final AssociationOptions options;
    private final Set<Integer> messageIds = ConcurrentHashMap.newKeySet();
    private Association current;
    private boolean closed;

    RelayLink(Association inbound, ServiceOffer offer, RelayPeers peers, RelaySettings settings) {
        this.peers = peers;
        this.settings = settings;
        this.proposal = new RelayProposal(inbound, offer);
        this.options = AssociationOptions.DEFAULT
                .withTimeouts(settings.timeouts())
                .withServices(ServiceRegistry.of(new ReturningService(inbound)));
    }

    /** Takes a message ID; false if its request has no final response yet. */
    boolean begin(int messageId) {
        return messageIds.add(messageId);
    }

    void end(int messageId) {
        messageIds.remove(messageId);
    }

    /**
     * The association, opened if there is none.
     *
     * @throws IOException if no replica takes it, or the requestor is gone
     */
    synchronized Association association() throws IOException {
        if (closed) {
            throw new AssociationException("The requestor is gone");
        }
        if (current == null || !current.isOpen()) {
            current = open();
        }
        return current;
    }

    private Association open() throws IOException {
        AssociationRequest request = proposal.request(settings.seal());
        IOException last = new AssociationException("No replica of " + peers.name() + " is known");
        for (RemoteEndpoint each : peers.inOrder()) {
            try {
                Association opened = AssociationRequestor.connect(each, request, options);
                opened.serve();
                peers.answered(each);
                return opened;
            } catch (IOException e) {
                last = e;
                peers.failed(each);
                String how = e instanceof AssociationRejectedException ? "rejects" : "does not take";
                LOG.info(
                        "{} at {}:{} {} an association: {}",
                        peers.name(),
                        each.host(),
                        each.port(),
                        how,
                        e.getMessage());
            }
        }
        throw last;
    }

    /** The requestor's association has ended, and so does this. */
    void close(CloseReason reason) {
        Association open;
        synchronized (this) {
            closed = true;
            open = current;
            current = null;
        }
        if (open != null && reason == CloseReason.RELEASED) {
            open.close();
        } else if (open != null) {
            open.abort();
        }
    }
}
