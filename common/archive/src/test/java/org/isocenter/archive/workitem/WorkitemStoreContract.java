/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of work items and subscriptions keeps to. */
public abstract class WorkitemStoreContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    protected abstract WorkitemStore store();

    protected abstract SubscriptionStore subscriptions();

    private static Workitem scheduled() {
        return SampleWorkitem.kept(SampleWorkitem.uid(), WorkitemState.SCHEDULED, "20260301102030");
    }

    private static Workitem next(Workitem workitem, WorkitemState state, String start) {
        Attributes attributes = new Attributes(workitem.attributes());
        attributes.setString(Tag.ProcedureStepState, state.term());
        attributes.setString(Tag.ScheduledProcedureStepStartDateTime, start);
        return workitem.changed(state, "1.2.3", attributes, Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    private List<String> uids(WorkitemState state, LocalDate day) {
        List<String> uids = new ArrayList<>();
        assertThat(store().visit(state, day, found -> uids.add(found.uid()))).isTrue();
        return uids;
    }

    @Test
    void create_isFoundAsItIs() {
        Workitem workitem = scheduled();
        workitem.attributes().setString(Tag.PatientName, "Müller^Zoë");
        assertThat(store().find(workitem.uid())).isEmpty();
        assertThat(store().create(workitem)).isTrue();
        Workitem found = store().find(workitem.uid()).orElseThrow();
        assertThat(found.state()).isEqualTo(WorkitemState.SCHEDULED);
        assertThat(found.revision()).isEqualTo(workitem.revision());
        assertThat(found.createdAt()).isEqualTo(workitem.createdAt());
        assertThat(found.attributes().getString(Tag.PatientName)).isEqualTo("Müller^Zoë");
        assertThat(found.transactionUid()).isEmpty();
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).contains(workitem.uid());
        assertThat(store().days(WorkitemState.SCHEDULED)).contains(DAY);
    }

    @Test
    void create_again_isRefused() {
        Workitem workitem = scheduled();
        assertThat(store().create(workitem)).isTrue();
        assertThat(store().create(SampleWorkitem.kept(workitem.uid(), WorkitemState.SCHEDULED, "20260302")))
                .isFalse();
        assertThat(store().find(workitem.uid()).orElseThrow().revision()).isEqualTo(workitem.revision());
    }

    @Test
    void replace_ofTheOneExpected_movesIt() {
        Workitem workitem = scheduled();
        store().create(workitem);
        Workitem claimed = next(workitem, WorkitemState.IN_PROGRESS, "20260305");
        assertThat(store().replace(workitem, claimed)).isTrue();
        assertThat(store().find(workitem.uid()).orElseThrow().transactionUid()).isEqualTo("1.2.3");
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).doesNotContain(workitem.uid());
        assertThat(uids(WorkitemState.IN_PROGRESS, DAY.plusDays(4))).contains(workitem.uid());
    }

    @Test
    void replace_ofOneThatIsThereNoMore_changesNothing() {
        Workitem workitem = scheduled();
        store().create(workitem);
        Workitem first = next(workitem, WorkitemState.IN_PROGRESS, "20260301");
        store().replace(workitem, first);
        assertThat(store().replace(workitem, next(workitem, WorkitemState.CANCELED, "20260309")))
                .isFalse();
        assertThat(store().find(workitem.uid()).orElseThrow().state()).isEqualTo(WorkitemState.IN_PROGRESS);
        assertThat(uids(WorkitemState.IN_PROGRESS, DAY)).contains(workitem.uid());
        assertThat(uids(WorkitemState.CANCELED, DAY.plusDays(8))).doesNotContain(workitem.uid());
    }

    @Test
    void replace_backAndForth_isFoundWhereItIs() {
        Workitem workitem = scheduled();
        store().create(workitem);
        Workitem current = workitem;
        for (String start : List.of("20260310", "20260301", "20260310", "20260301")) {
            Workitem moved = next(current, WorkitemState.SCHEDULED, start);
            assertThat(store().replace(current, moved)).isTrue();
            current = moved;
        }
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).contains(workitem.uid());
        assertThat(uids(WorkitemState.SCHEDULED, DAY.plusDays(9))).doesNotContain(workitem.uid());
    }

    @Test
    void replace_byManyAtTheSameTime_hasOneWinner() throws Exception {
        Workitem workitem = scheduled();
        store().create(workitem);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> claims = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Boolean>) () -> store().replace(
                                    workitem, next(workitem, WorkitemState.IN_PROGRESS, "2026030" + (number + 1))))
                    .toList();
            int winners = 0;
            for (Future<Boolean> each : threads.invokeAll(claims)) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        Workitem kept = store().find(workitem.uid()).orElseThrow();
        List<LocalDate> places = IntStream.range(0, 8)
                .mapToObj(DAY::plusDays)
                .filter(day -> uids(WorkitemState.IN_PROGRESS, day).contains(workitem.uid()))
                .toList();
        assertThat(places).containsExactly(kept.day());
    }

    @Test
    void remove_isGoneAndNotMadeAgain() {
        Workitem workitem = scheduled();
        store().create(workitem);
        assertThat(store().isGone(workitem.uid())).isFalse();
        assertThat(store().remove(workitem, Duration.ofDays(1))).isTrue();
        assertThat(store().find(workitem.uid())).isEmpty();
        assertThat(store().isGone(workitem.uid())).isTrue();
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).doesNotContain(workitem.uid());
        assertThat(store().create(workitem)).isFalse();
    }

    @Test
    void visit_endsWhenTheVisitorHasEnough() {
        store().create(scheduled());
        store().create(scheduled());
        List<String> seen = new ArrayList<>();
        assertThat(store().visit(WorkitemState.SCHEDULED, DAY, found -> {
                    seen.add(found.uid());
                    return false;
                }))
                .isFalse();
        assertThat(seen).hasSize(1);
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).isEqualTo(uids(WorkitemState.SCHEDULED, DAY));
    }

    @Test
    void unchangedSince_goesByTheLastChange() {
        Workitem workitem = scheduled();
        store().create(workitem);
        assertThat(store().unchangedSince(WorkitemState.SCHEDULED, DAY, workitem.changedAt()))
                .doesNotContain(workitem.uid());
        assertThat(store().unchangedSince(
                                WorkitemState.SCHEDULED,
                                DAY,
                                workitem.changedAt().plusMillis(1)))
                .contains(workitem.uid());
        store().tidy(WorkitemState.SCHEDULED, DAY, Instant.now().plusSeconds(60));
        assertThat(uids(WorkitemState.SCHEDULED, DAY)).contains(workitem.uid());
    }

    @Test
    void subscriptions_areTheLastWords() {
        String uid = SampleWorkitem.uid();
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        WorkitemSubscription first = new WorkitemSubscription("A", true, true, now);
        WorkitemSubscription last = new WorkitemSubscription("A", false, false, now.plusMillis(1));
        WorkitemSubscription other = new WorkitemSubscription("B C", true, false, now);
        subscriptions().put(uid, first);
        subscriptions().put(uid, other);
        assertThat(subscriptions().of(uid)).containsExactlyInAnyOrder(first, other);
        subscriptions().put(uid, last);
        assertThat(subscriptions().of(uid)).containsExactlyInAnyOrder(last, other);
        assertThat(subscriptions().of(SampleWorkitem.uid())).isEmpty();
    }

    @Test
    void globalSubscriptions_keepTheirFilter() {
        Attributes filter = new Attributes();
        filter.setString(Tag.ScheduledProcedureStepStartDateTime, "20260301-20260302");
        filter.setSpecificCharacterSet("ISO_IR 192");
        filter.setString(Tag.PatientName, "Mü*");
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String aet = "AE" + System.nanoTime() % 1_000_000;
        subscriptions()
                .put(new GlobalSubscription(
                        aet, GlobalSubscription.Kind.FILTERED, true, filter, now, Optional.of(now)));
        GlobalSubscription found = subscriptions().global(aet).orElseThrow();
        assertThat(found.kind()).isEqualTo(GlobalSubscription.Kind.FILTERED);
        assertThat(found.hasDeletionLock()).isTrue();
        assertThat(found.suspendedAt()).contains(now);
        assertThat(found.filter().getString(Tag.ScheduledProcedureStepStartDateTime))
                .isEqualTo("20260301-20260302");
        assertThat(subscriptions().globals())
                .extracting(GlobalSubscription::aet)
                .contains(aet);
        assertThat(subscriptions().global("NOBODY")).isEmpty();
    }

    @Test
    void visit_ofThousands_showsEachOnce() throws Exception {
        LocalDate day = LocalDate.of(2031, 7, 9);
        int many = 2000;
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> creations = IntStream.range(0, many)
                    .mapToObj(number -> (Callable<Boolean>) () -> store().create(
                                    SampleWorkitem.kept(SampleWorkitem.uid(), WorkitemState.SCHEDULED, "20310709")))
                    .toList();
            for (Future<Boolean> each : threads.invokeAll(creations)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> first = uids(WorkitemState.SCHEDULED, day);
        assertThat(first).hasSize(many).doesNotHaveDuplicates();
        assertThat(uids(WorkitemState.SCHEDULED, day)).as("the same order").isEqualTo(first);
    }
}
