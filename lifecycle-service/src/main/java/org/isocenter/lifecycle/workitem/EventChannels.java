/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.event.WorkitemReported;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/**
 * The event channels that are open at this replica. Every replica hears of every report and delivers it to those of its subscribers
 * that are connected to it: best effort, for what is reported while nobody is connected is not kept for later. Thread-safe.
 */
@ApplicationScoped
public class EventChannels {

    private static final long PING_MILLIS = 30_000;

    private final WorkitemBus bus;
    private final Vertx vertx;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Set<EventChannel>> byAet = new ConcurrentHashMap<>();
    private Subscription subscription;
    private long pings = -1;

    /** With where reports come from. */
    public EventChannels(WorkitemBus bus, Vertx vertx, WorkitemsConfig config) {
        this.bus = bus;
        this.vertx = vertx;
        this.most = config.maxChannels();
    }

    void start(@Observes StartupEvent event) {
        subscription = bus.watch(this::deliver);
        pings = vertx.setPeriodic(
                PING_MILLIS, timer -> byAet.values().forEach(channels -> channels.forEach(EventChannel::ping)));
    }

    private void deliver(WorkitemReported report) {
        for (String aet : report.subscribers()) {
            byAet.getOrDefault(aet, Set.of()).forEach(channel -> channel.send(report));
        }
    }

    /** Reserves a place for a channel; false if there is none. */
    boolean reserve() {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Gives a place back that no channel came for. */
    void release() {
        open.decrementAndGet();
    }

    /** Delivers to a socket, for which there is a place, until it is closed. */
    void add(String aet, ServerWebSocket socket) {
        EventChannel channel = new EventChannel(aet, socket);
        byAet.compute(aet, (key, channels) -> {
            Set<EventChannel> all = channels == null ? ConcurrentHashMap.newKeySet() : channels;
            all.add(channel);
            return all;
        });
        socket.closeHandler(closed -> remove(channel));
        if (socket.isClosed()) {
            remove(channel);
        }
    }

    private void remove(EventChannel channel) {
        boolean[] removed = {false};
        byAet.computeIfPresent(channel.aet(), (key, channels) -> {
            removed[0] = channels.remove(channel);
            return channels.isEmpty() ? null : channels;
        });
        if (removed[0]) {
            open.decrementAndGet();
        }
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.close();
            vertx.cancelTimer(pings);
        }
    }
}
