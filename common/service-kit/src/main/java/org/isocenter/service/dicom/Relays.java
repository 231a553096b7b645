/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.dicom.net.ServiceOffer;
import org.isocenter.dicom.net.relay.RelayPeers;
import org.isocenter.dicom.net.relay.RelayService;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.isocenter.service.config.RelayConfig;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The services of other programs that a port relays to: those with replicas that are not performed by the port's own program. */
final class Relays {

    private static final String KEY = "isocenter.dimse.relay.";
    private static final int MAX_PORT = 65535;

    private final RelayConfig config;
    private final RelaySettings settings;

    Relays(RelayConfig config, RelaySettings settings) {
        this.config = config;
        this.settings = settings;
    }

    /** @param unlisted whether ingest takes storage classes that the standard does not list */
    List<DimseService> beside(List<DimseService> own, boolean unlisted) {
        List<DimseService> relays = new ArrayList<>();
        add("ingest", config.ingest(), new IngestOffer(unlisted), own, relays);
        add("query", config.query(), new QueryOffer(), own, relays);
        add("retrieve", config.retrieve(), new RetrieveOffer(), own, relays);
        return relays;
    }

    private void add(
            String name,
            Optional<List<String>> replicas,
            ServiceOffer offer,
            List<DimseService> own,
            List<DimseService> relays) {
        boolean isOwn = own.stream().flatMap(s -> s.sopClasses().stream()).anyMatch(offer.sopClasses()::contains);
        if (replicas.isPresent() && !isOwn) {
            List<RemoteEndpoint> endpoints =
                    replicas.get().stream().map(each -> endpoint(name, each)).toList();
            relays.add(new RelayService(offer, new RelayPeers(name, endpoints), settings));
        }
    }

    private static RemoteEndpoint endpoint(String name, String hostAndPort) {
        String text = hostAndPort.strip();
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > MAX_PORT) {
            throw new ConfigurationException(
                    KEY + name + ": host:port separated by commas is wanted, not '" + hostAndPort + "'");
        }
        return new RemoteEndpoint(text.substring(0, colon), Integer.parseInt(port));
    }
}
