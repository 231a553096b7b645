/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is subscribed to a work item, by the last word that each AE said (PS3.4 CC.2.3). Safe for use by many threads. */
final class Subscribers {

    private final SubscriptionStore store;
    private final WorkitemMatching matching;

    Subscribers(SubscriptionStore store, WorkitemMatching matching) {
        this.store = store;
        this.matching = matching;
    }

    /** The AE titles that are to hear of it. */
    SortedSet<String> of(Workitem workitem) {
        return new TreeSet<>(inForce(workitem).keySet());
    }

    /** Whether somebody wants it kept. */
    boolean isLocked(Workitem workitem) {
        return inForce(workitem).values().stream().anyMatch(WorkitemSubscription::hasDeletionLock);
    }

    /** Whether an AE is subscribed. */
    Optional<WorkitemSubscription> of(Workitem workitem, String aet) {
        return Optional.ofNullable(inForce(workitem).get(aet));
    }

    private Map<String, WorkitemSubscription> inForce(Workitem workitem) {
        Map<String, GlobalSubscription> globals = new HashMap<>();
        store.globals().forEach(each -> globals.put(each.aet(), each));
        Map<String, WorkitemSubscription> inForce = new TreeMap<>();
        globals.values().stream()
                .filter(each -> each.takesIn(workitem))
                .forEach(each -> inForce.put(
                        each.aet(), new WorkitemSubscription(each.aet(), true, each.hasDeletionLock(), each.at())));
        for (WorkitemSubscription each : store.of(workitem.uid())) {
            GlobalSubscription global = globals.get(each.aet());
            if (global != null && each.at().isBefore(global.at())) {
                continue;
            }
            if (each.isSubscribed()) {
                inForce.put(each.aet(), each);
            } else {
                inForce.remove(each.aet());
            }
        }
        return inForce;
    }

    /** Subscribes to a new or changed work item those whose filter it matches, if they said nothing of it yet. */
    void subscribeFiltering(Workitem workitem) {
        List<GlobalSubscription> filtering = new ArrayList<>(store.globals());
        filtering.removeIf(
                each -> !each.isFiltering() || !matching.of(each.filter()).test(workitem.attributes()));
        if (filtering.isEmpty()) {
            return;
        }
        List<WorkitemSubscription> said = store.of(workitem.uid());
        for (GlobalSubscription each : filtering) {
            boolean isSaid = said.stream()
                    .anyMatch(own -> own.aet().equals(each.aet()) && !own.at().isBefore(each.at()));
            if (!isSaid) {
                store.put(
                        workitem.uid(),
                        new WorkitemSubscription(each.aet(), true, each.hasDeletionLock(), workitem.changedAt()));
            }
        }
    }
}
