/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.isocenter.dicom.net.DimseServer;
import org.isocenter.dicom.net.DimseServerConfig;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.ServiceRegistry;
import org.isocenter.dicom.net.Timeouts;
import org.isocenter.dicom.net.relay.RelaySeal;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.isocenter.service.config.DicomConfig;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.config.RelayConfig;
import org.isocenter.service.metrics.ServiceMetrics;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The DICOM port, with every {@link DimseService} bean of the program behind it, and what other programs
 * perform relayed to them. Associations that are there when the program is
 * stopped may go on until the drain time is over; new ones are rejected as a transient congestion.
 */
@ApplicationScoped
public class DicomServerBean {

    private static final Logger LOG = Logger.getLogger(DicomServerBean.class);

    private final DicomConfig config;
    private final RelayConfig relays;
    private final IngestConfig ingest;
    private final ServiceMetrics metrics;
    private final Instance<DimseService> services;
    private volatile DimseServer server;

    /** With the services that perform requests. */
    public DicomServerBean(
            DicomConfig config,
            RelayConfig relays,
            IngestConfig ingest,
            ServiceMetrics metrics,
            @Any Instance<DimseService> services) {
        this.config = config;
        this.relays = relays;
        this.ingest = ingest;
        this.metrics = metrics;
        this.services = services;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        RelaySeal seal = RelaySeal.of(relays.secret().orElse(""), Clock.systemUTC());
        List<DimseService> performed = new ArrayList<>(services.stream().toList());
        performed.addAll(new Relays(relays, new RelaySettings(seal, RelaySettings.QUICK))
                .beside(performed, ingest.acceptUnlistedSopClasses()));
        try {
            DimseServer starting = new DimseServer(
                    DimseServerConfig.builder()
                            .bindAddress(InetAddress.getByName(config.listen()))
                            .port(config.port())
                            .maxAssociations(config.maxAssociations())
                            .maxPduLength(config.maxPduLength())
                            .asyncOperations(config.asyncOperations())
                            .timeouts(Timeouts.DEFAULT
                                    .withIdle(config.idleTimeout())
                                    .withArtim(config.artimTimeout()))
                            .policy(new DicomAccess(new CallerPolicy(config), seal))
                            .listener(new DicomMeter(metrics))
                            .build(),
                    ServiceRegistry.of(performed));
            starting.start();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "isocenter.dicom.listen, isocenter.dicom.port: cannot listen on " + config.listen() + ':'
                            + config.port(),
                    e);
        }
        LOG.infof("DICOM: %s listens on %s:%d", config.ownAet(), config.listen(), port());
    }

    /** The TCP port that is listened on; 0 if there is none. */
    public int port() {
        DimseServer running = server;
        return running == null ? 0 : running.port();
    }

    void stop(@Observes ShutdownEvent event) {
        DimseServer running = server;
        if (running != null && !running.drain(config.drainTimeout())) {
            LOG.warn("DICOM: associations were aborted at the end of the drain time");
        }
        server = null;
    }

    @PreDestroy
    void close() {
        DimseServer running = server;
        if (running != null) {
            running.close();
        }
    }
}
