/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** All replicas, and which of them is next. Safe for use by many threads. */
public final class Replicas {

    private final List<Replica> all;
    private final AtomicInteger turn = new AtomicInteger();

    public Replicas(Collection<Replica> all) {
        this.all = List.copyOf(all);
    }

    /** All of them. */
    public List<Replica> all() {
        return all;
    }

    /** Those of a service. */
    public List<Replica> of(Service service) {
        return all.stream().filter(each -> each.service() == service).toList();
    }

    /** The least busy replica of a service that is up, or else of those that may only be slow; none of those already tried. */
    public Optional<Replica> next(Service service, Protocol protocol, Collection<Replica> tried) {
        return next(of(service), protocol, tried);
    }

    /** The same for what any service can do. */
    public Optional<Replica> nextOfAny(Protocol protocol, Collection<Replica> tried) {
        return next(all, protocol, tried);
    }

    private Optional<Replica> next(List<Replica> candidates, Protocol protocol, Collection<Replica> tried) {
        List<Replica> turned = new ArrayList<>(candidates);
        if (turned.isEmpty()) {
            return Optional.empty();
        }
        // equally busy ones take turns
        Collections.rotate(turned, Math.floorMod(turn.getAndIncrement(), turned.size()));
        turned.removeAll(tried);
        return leastBusy(turned, protocol, health -> health == Health.UP)
                .or(() -> leastBusy(turned, protocol, Health::isLastResort));
    }

    private static Optional<Replica> leastBusy(List<Replica> candidates, Protocol protocol, Predicate<Health> wanted) {
        return candidates.stream()
                .filter(each -> wanted.test(each.health(protocol)))
                .min(Comparator.comparingInt(each -> each.open(protocol)));
    }

    /** Whether every service that the cluster cannot do without has a replica that takes requests. */
    public boolean isReady() {
        return Arrays.stream(Service.values()).filter(Service::isEssential).allMatch(this::isReady);
    }

    /** Whether a service has a replica that is up on all its ways. */
    public boolean isReady(Service service) {
        return of(service).stream().anyMatch(each -> each.health() == Health.UP);
    }
}
