/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.dicom.net.RemoteEndpoint;

/** The replicas of a program, taken in turn; one that failed lately comes last. Thread-safe. */
public final class RelayPeers {
    private static final long AVOID_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final List<RemoteEndpoint> endpoints;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<RemoteEndpoint, Long> failedAt = new ConcurrentHashMap<>();

    /**
     * @param name what the program is called in logs
     * @param endpoints where its replicas listen; a host name may stand for several
     */
    public RelayPeers(String name, List<RemoteEndpoint> endpoints) {
        this.name = name;
        this.endpoints = List.copyOf(endpoints);
    }

    String name() {
        return name;
    }

    /** All, in the order in which they are to be tried. */
    List<RemoteEndpoint> inOrder() {
        List<RemoteEndpoint> all = new ArrayList<>();
        endpoints.forEach(each -> addAddresses(each, all));
        if (!all.isEmpty()) {
            Collections.rotate(all, -Math.floorMod(turn.getAndIncrement(), all.size()));
            long now = System.nanoTime();
            // stable: the others keep their order
            all.sort((one, other) -> Boolean.compare(isAvoided(one, now), isAvoided(other, now)));
        }
        return all;
    }

    private static void addAddresses(RemoteEndpoint endpoint, List<RemoteEndpoint> all) {
        try {
            Arrays.stream(InetAddress.getAllByName(endpoint.host()))
                    .map(a -> new RemoteEndpoint(a.getHostAddress(), endpoint.port(), endpoint.sslContext()))
                    .forEach(all::add);
        } catch (UnknownHostException e) {
            // to say so is left to the connection
            all.add(endpoint);
        }
    }

    private boolean isAvoided(RemoteEndpoint endpoint, long now) {
        Long failed = failedAt.get(endpoint);
        return failed != null && now - failed < AVOID_NANOS;
    }

    void failed(RemoteEndpoint endpoint) {
        failedAt.put(endpoint, System.nanoTime());
    }

    void answered(RemoteEndpoint endpoint) {
        failedAt.remove(endpoint);
    }
}
