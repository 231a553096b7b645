/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of a service, with what the front knows of it. Safe for use by many threads. */
public final class Replica {

    private final String name;
    private final Service service;
    private final String host;
    private final int httpPort;
    private final int dicomPort;
    private final Map<Protocol, AtomicInteger> open = new EnumMap<>(Protocol.class);
    private volatile Health http = Health.UNKNOWN;
    private volatile Health dicom;

    /**
     * A replica of which nothing is known yet.
     *
     * @param name what it is called in answers: {@code ingest-1}
     * @param service what it does
     * @param host where it is
     * @param httpPort its HTTP port
     * @param dicomPort its DICOM port
     */
    public Replica(String name, Service service, String host, int httpPort, int dicomPort) {
        this.name = name;
        this.service = service;
        this.host = host;
        this.httpPort = httpPort;
        this.dicomPort = dicomPort;
        this.dicom = service.hasDicom() ? Health.UNKNOWN : Health.DOWN;
        for (Protocol each : Protocol.values()) {
            open.put(each, new AtomicInteger());
        }
    }

    public String name() {
        return name;
    }

    public Service service() {
        return service;
    }

    public String host() {
        return host;
    }

    public int port(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> httpPort;
            case DICOM -> dicomPort;
        };
    }

    /** How the way to it is; readiness is asked by HTTP and holds for both ways. */
    public Health health(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> http;
            case DICOM -> http.worst(dicom);
        };
    }

    /** How it is on all ways that it has. */
    public Health health() {
        return service.hasDicom() ? health(Protocol.DICOM) : http;
    }

    /** What a probe, or a request that failed, found. */
    public void found(Protocol protocol, Health health) {
        switch (protocol) {
            case HTTP -> http = health;
            case DICOM -> dicom = health;
        }
    }

    /** A request or an association begins. */
    public void begin(Protocol protocol) {
        open.get(protocol).incrementAndGet();
    }

    /** A request or an association is over. */
    public void end(Protocol protocol) {
        open.get(protocol).decrementAndGet();
    }

    /** Requests or associations that are there now. */
    public int open(Protocol protocol) {
        return open.get(protocol).get();
    }

    @Override
    public String toString() {
        return name;
    }
}
