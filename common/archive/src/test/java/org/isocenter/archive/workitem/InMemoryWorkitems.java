/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.archive.event.WorkitemWatch;

/** Work items, subscriptions and reports in memory. */
final class InMemoryWorkitems implements WorkitemStore, SubscriptionStore, WorkitemBus {

    final List<WorkitemReported> reports = new ArrayList<>();
    private final Map<String, Workitem> workitems = new TreeMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Map<String, WorkitemSubscription>> subscriptions = new HashMap<>();
    private final Map<String, GlobalSubscription> globals = new TreeMap<>();

    /** Done once before the next replacement: as if somebody else were faster. */
    Runnable before = () -> {};

    @Override
    public synchronized boolean create(Workitem workitem) {
        return !gone.contains(workitem.uid()) && workitems.putIfAbsent(workitem.uid(), workitem) == null;
    }

    @Override
    public Optional<Workitem> find(String uid) {
        return Optional.ofNullable(workitems.get(uid));
    }

    @Override
    public boolean isGone(String uid) {
        return gone.contains(uid);
    }

    @Override
    public synchronized boolean replace(Workitem expected, Workitem next) {
        Runnable once = before;
        before = () -> {};
        once.run();
        Workitem current = workitems.get(expected.uid());
        boolean isExpected = current != null && current.revision() == expected.revision();
        if (isExpected) {
            workitems.put(next.uid(), next);
        }
        return isExpected;
    }

    @Override
    public boolean remove(Workitem expected, Duration remembered) {
        gone.add(expected.uid());
        return workitems.remove(expected.uid()) != null;
    }

    @Override
    public SortedSet<LocalDate> days(WorkitemState state) {
        SortedSet<LocalDate> days = new TreeSet<>();
        workitems.values().stream().filter(each -> each.state() == state).forEach(each -> days.add(each.day()));
        return days;
    }

    @Override
    public boolean visit(WorkitemState state, LocalDate day, Predicate<FoundWorkitem> visitor) {
        return workitems.values().stream()
                .filter(each -> each.state() == state && each.day().equals(day))
                .allMatch(each -> visitor.test(new FoundWorkitem(each.uid(), each.attributes())));
    }

    @Override
    public List<String> unchangedSince(WorkitemState state, LocalDate day, Instant moment) {
        return workitems.values().stream()
                .filter(each -> each.state() == state && each.day().equals(day))
                .filter(each -> each.changedAt().isBefore(moment))
                .map(Workitem::uid)
                .toList();
    }

    @Override
    public void tidy(WorkitemState state, LocalDate day, Instant moment) {
        // nothing fails half-way
    }

    @Override
    public void put(String workitemUid, WorkitemSubscription subscription) {
        subscriptions.computeIfAbsent(workitemUid, uid -> new TreeMap<>()).put(subscription.aet(), subscription);
    }

    @Override
    public List<WorkitemSubscription> of(String workitemUid) {
        return List.copyOf(subscriptions.getOrDefault(workitemUid, Map.of()).values());
    }

    @Override
    public void put(GlobalSubscription subscription) {
        globals.put(subscription.aet(), subscription);
    }

    @Override
    public Optional<GlobalSubscription> global(String aet) {
        return Optional.ofNullable(globals.get(aet));
    }

    @Override
    public List<GlobalSubscription> globals() {
        return List.copyOf(globals.values());
    }

    @Override
    public CompletionStage<Void> reported(WorkitemReported report) {
        reports.add(report);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Subscription watch(WorkitemWatch watch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
