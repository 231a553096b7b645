/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.workitem.GlobalSubscription.Kind;
import org.isocenter.dicom.data.Attributes;

/**
 * Subscribing to event reports, and ending it: N-ACTION of the UPS Watch SOP class (PS3.4 CC.2.3) and its like in PS3.18 11.10 to
 * 11.12. An AE has one global subscription at the most, with a filter or without: the last one counts. Deletion locks are granted.
 * Safe for use by many threads.
 */
public final class WorkitemSubscriptions {

    /** AEs that may have said something of all work items; each is looked at with each event. */
    private static final int MOST_GLOBALS = 1000;

    private static final int LONGEST_AET = 16;

    private final WorkitemCommands commands;
    private final SubscriptionStore store;
    private final Subscribers subscribers;
    private final WorkitemReports reports;
    private final WorkitemSearch search;
    private final Clock clock;

    /**
     * With where both are kept.
     *
     * @param site named in events
     */
    public WorkitemSubscriptions(
            WorkitemCommands commands,
            SubscriptionStore store,
            WorkitemMatching matching,
            WorkitemSearch search,
            WorkitemBus bus,
            String site,
            Clock clock) {
        this.commands = commands;
        this.store = store;
        this.subscribers = new Subscribers(store, matching);
        this.reports = new WorkitemReports(bus, subscribers, site, clock);
        this.search = search;
        this.clock = clock;
    }

    /** Subscribes to a work item; a report says how it is. */
    public void subscribe(String uid, String aet, boolean deletionLock) {
        requireAet(aet);
        Workitem workitem = commands.retrieve(uid);
        store.put(uid, new WorkitemSubscription(aet, true, deletionLock, clock.instant()));
        reports.initial(workitem, aet);
    }

    /** Ends the subscription to a work item; others, and those to come, stay. */
    public void unsubscribe(String uid, String aet) {
        requireAet(aet);
        Workitem workitem = commands.retrieve(uid);
        if (subscribers.of(workitem, aet).isEmpty()) {
            throw new WorkitemException(WorkitemStatus.NOT_SUBSCRIBED);
        }
        store.put(uid, new WorkitemSubscription(aet, false, false, clock.instant()));
    }

    /** Subscribes to all work items, those that are and those that come. */
    public void subscribeToAll(String aet, boolean deletionLock) {
        putGlobal(aet, Kind.ALL, deletionLock, new Attributes());
    }

    /**
     * Subscribes to all work items that match, now or when they come or change.
     *
     * @param filter matching keys
     * @throws ArchiveException LIMIT_EXCEEDED if more would have to be looked at than a search may: a state or a time narrows it
     */
    public void subscribeToMatching(String aet, boolean deletionLock, Attributes filter) {
        GlobalSubscription global = putGlobal(aet, Kind.FILTERED, deletionLock, filter);
        // in this order: what comes meanwhile is seen here or sees the filter
        List<String> uids = new ArrayList<>();
        try {
            search.visit(filter, found -> uids.add(found.uid()));
        } catch (ArchiveException e) {
            store.put(
                    new GlobalSubscription(aet, Kind.NONE, false, new Attributes(), clock.instant(), Optional.empty()));
            throw e;
        }
        for (String each : uids) {
            store.put(each, new WorkitemSubscription(aet, true, deletionLock, global.at()));
        }
    }

    private GlobalSubscription putGlobal(String aet, Kind kind, boolean deletionLock, Attributes filter) {
        requireAet(aet);
        if (store.global(aet).isEmpty() && store.globals().size() >= MOST_GLOBALS) {
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too many AEs have subscribed to all work items");
        }
        GlobalSubscription global =
                new GlobalSubscription(aet, kind, deletionLock, filter, clock.instant(), Optional.empty());
        store.put(global);
        return global;
    }

    /** Ends all subscriptions of an AE, those to single work items too (PS3.4 CC.2.3.1). */
    public void unsubscribeFromAll(String aet) {
        requireAet(aet);
        requireGlobal(aet);
        store.put(new GlobalSubscription(aet, Kind.NONE, false, new Attributes(), clock.instant(), Optional.empty()));
    }

    /** Subscribes to no new work items any more; the subscriptions that are stay (PS3.4 CC.2.3.1). */
    public void suspend(String aet) {
        requireAet(aet);
        GlobalSubscription global = requireGlobal(aet);
        Instant now = clock.instant();
        store.put(new GlobalSubscription(
                aet, global.kind(), global.hasDeletionLock(), global.filter(), global.at(), Optional.of(now)));
    }

    private GlobalSubscription requireGlobal(String aet) {
        return store.global(aet)
                .filter(global -> global.kind() != Kind.NONE)
                .orElseThrow(() -> new WorkitemException(WorkitemStatus.NOT_SUBSCRIBED));
    }

    /**
     * Refuses what can be no AE title (PS3.5 table 6.2-1): 1 to 16 characters of ASCII without control characters and
     * backslashes, and no spaces at its ends.
     */
    public static void requireAet(String aet) {
        boolean isAet = !aet.isEmpty()
                && aet.length() <= LONGEST_AET
                && aet.equals(aet.strip())
                && aet.chars().allMatch(each -> each >= ' ' && each < 0x7F && each != '\\');
        if (!isAet) {
            throw new WorkitemException(WorkitemStatus.RECEIVER_UNKNOWN);
        }
    }
}
