/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.value.DateTimeRange;

/**
 * Finds work items (PS3.4 CC.2.8). They are kept apart by state and by the day that they are scheduled for, so keys for Procedure
 * Step State (0074,1000), Scheduled Procedure Step Start DateTime (0040,4005) and SOP Instance UID (0008,0018) say where to look;
 * all other keys are held against what is there. How much is looked at is bounded. Safe for use by many threads.
 */
public final class WorkitemSearch {

    private final WorkitemStore store;
    private final WorkitemMatching matching;
    private final int mostLookedAt;

    /**
     * With where work items are kept.
     *
     * @param mostLookedAt work items that one search may look at
     */
    public WorkitemSearch(WorkitemStore store, WorkitemMatching matching, int mostLookedAt) {
        this.store = store;
        this.matching = matching;
        this.mostLookedAt = mostLookedAt;
    }

    /**
     * Finds one page; by day, state, and an order of its own within these.
     *
     * @param keys matching keys
     * @param offset results to skip
     * @param limit results wanted at most
     * @throws ArchiveException LIMIT_EXCEEDED if too much would have to be looked at
     */
    public WorkitemPage find(Attributes keys, int offset, int limit) {
        return find(keys, matching.of(keys), offset, limit);
    }

    /** The same with a question of the caller's, which has to be as narrow as the keys at least. */
    public WorkitemPage find(Attributes keys, Predicate<Attributes> question, int offset, int limit) {
        List<FoundWorkitem> page = new ArrayList<>();
        int[] seen = {0};
        boolean[] more = {false};
        visit(keys, question, found -> {
            if (page.size() == limit) {
                more[0] = true;
                return false;
            }
            if (seen[0]++ >= offset) {
                page.add(found);
            }
            return true;
        });
        return new WorkitemPage(page, more[0]);
    }

    /** Shows all that match. */
    void visit(Attributes keys, Predicate<FoundWorkitem> visitor) {
        visit(keys, matching.of(keys), visitor);
    }

    private void visit(Attributes keys, Predicate<Attributes> question, Predicate<FoundWorkitem> visitor) {
        String[] uids = keys.getStrings(Tag.SOPInstanceUID);
        if (uids.length > 0 && !uids[0].isEmpty() && !uids[0].equals("*")) {
            visitNamed(uids, question, visitor);
            return;
        }
        int[] lookedAt = {0};
        Predicate<FoundWorkitem> matchingOnes = found -> {
            if (lookedAt[0]++ >= mostLookedAt) {
                throw new ArchiveException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "The search would have to look at more than " + mostLookedAt
                                + " work items: a state or a time narrows it");
            }
            return !question.test(found.attributes()) || visitor.test(found);
        };
        Map<WorkitemState, SortedSet<LocalDate>> days = days(keys);
        SortedSet<LocalDate> all = new TreeSet<>();
        days.values().forEach(all::addAll);
        for (LocalDate day : all) {
            for (Map.Entry<WorkitemState, SortedSet<LocalDate>> each : days.entrySet()) {
                if (each.getValue().contains(day) && !store.visit(each.getKey(), day, matchingOnes)) {
                    return;
                }
            }
        }
    }

    private void visitNamed(String[] uids, Predicate<Attributes> question, Predicate<FoundWorkitem> visitor) {
        if (uids.length > mostLookedAt) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "too many UIDs");
        }
        for (String uid : new TreeSet<>(List.of(uids))) {
            boolean wantsMore = store.find(uid)
                    .filter(workitem -> question.test(workitem.attributes()))
                    .map(workitem -> visitor.test(new FoundWorkitem(uid, workitem.attributes())))
                    .orElse(true);
            if (!wantsMore) {
                return;
            }
        }
    }

    private Map<WorkitemState, SortedSet<LocalDate>> days(Attributes keys) {
        LocalDate first = null;
        LocalDate last = null;
        String start = keys.getString(Tag.ScheduledProcedureStepStartDateTime);
        if (start != null) {
            DateTimeRange range = DateTimeRange.parse(start, ZoneOffset.UTC).orElse(new DateTimeRange(null, null));
            first = day(range.first());
            last = day(range.last());
        }
        Map<WorkitemState, SortedSet<LocalDate>> days = new EnumMap<>(WorkitemState.class);
        for (WorkitemState each : states(keys)) {
            SortedSet<LocalDate> ofState = new TreeSet<>(store.days(each));
            LocalDate from = first;
            LocalDate to = last;
            ofState.removeIf(day -> from != null && day.isBefore(from) || to != null && day.isAfter(to));
            days.put(each, ofState);
        }
        return days;
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Those that are named; all if none is, or a wildcard stands for them. */
    private static List<WorkitemState> states(Attributes keys) {
        List<WorkitemState> named = new ArrayList<>();
        for (String each : keys.getStrings(Tag.ProcedureStepState)) {
            if (each.isEmpty() || each.indexOf('*') >= 0 || each.indexOf('?') >= 0 || each.indexOf('"') >= 0) {
                return List.of(WorkitemState.values());
            }
            WorkitemState.of(each).ifPresent(named::add);
        }
        return keys.containsValue(Tag.ProcedureStepState) ? List.copyOf(named) : List.of(WorkitemState.values());
    }
}
