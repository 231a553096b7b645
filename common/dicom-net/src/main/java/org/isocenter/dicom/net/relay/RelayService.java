/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.ServiceOffer;

/**
 * Has another program perform the requests of its SOP classes. With the first request of an association it opens one of its own to a
 * replica, and another when that one is gone, as long as the requestor stays. Not offered to associations that are relayed already.
 */
public final class RelayService implements DimseService {
    private final ServiceOffer offer;
    private final RelayPeers peers;
    private final RelaySettings settings;
    private final Map<Association, RelayLink> links = new ConcurrentHashMap<>();

    /**
     * @param offer what the program performs
     * @param peers where it listens
     */
    public RelayService(ServiceOffer offer, RelayPeers peers, RelaySettings settings) {
        this.offer = offer;
        this.peers = peers;
        this.settings = settings;
    }

    @Override
    public Collection<String> sopClasses() {
        return offer.sopClasses();
    }

    @Override
    public Set<String> transferSyntaxes(String sopClass) {
        return offer.transferSyntaxes(sopClass);
    }

    @Override
    public boolean acceptsTransferSyntax(String sopClass, String transferSyntax) {
        return offer.acceptsTransferSyntax(sopClass, transferSyntax);
    }

    @Override
    public boolean prefersRequestorOrder(String sopClass) {
        return offer.prefersRequestorOrder(sopClass);
    }

    @Override
    public boolean acceptsUnlisted(String sopClass) {
        return offer.acceptsUnlisted(sopClass);
    }

    @Override
    public boolean actsAsScu(String sopClass) {
        return offer.actsAsScu(sopClass);
    }

    @Override
    public byte[] negotiateExtended(String sopClass, byte[] requested) {
        return offer.negotiateExtended(sopClass, requested);
    }

    @Override
    public boolean serves(AssociationRequest request) {
        return !RelaySeal.isMarked(request);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        new RelayedRequest(linkOf(association), association, request).begin();
    }

    private RelayLink linkOf(Association association) {
        RelayLink known = links.get(association);
        if (known != null) {
            return known;
        }
        RelayLink made = new RelayLink(association, offer, peers, settings);
        RelayLink other = links.putIfAbsent(association, made);
        if (other != null) {
            return other;
        }
        association.onClosed(reason -> {
            links.remove(association);
            made.close(reason);
        });
        return made;
    }

    @Override
    public String toString() {
        return "relay to " + peers.name();
    }
}
