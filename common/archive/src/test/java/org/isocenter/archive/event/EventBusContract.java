/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.isocenter.archive.event.StudyEvents.Change;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every event bus does. All tests share its topics, so each looks for its own study. */
public abstract class EventBusContract {

    private static int next;

    private final String study = "1.2.4." + System.nanoTime() + "." + next++;
    private final String group = "group" + System.nanoTime();

    protected abstract EventBus bus();

    @Test
    void check_whenItServes_passes() {
        bus().check();
    }

    @Test
    void announcements_arriveWholeAndInOrder() throws Exception {
        List<InstanceStored> seen = new CopyOnWriteArrayList<>();
        publish(1, 20);
        try (Subscription subscription = bus().subscribeInstances(group, collect(seen, true))) {
            await(() -> seen.size() >= 20);
            await(subscription::caughtUp);
        }
        assertThat(seen).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(seen.get(i)).isEqualTo(event(i + 1));
        }
    }

    @Test
    void group_afterARestart_goesOnWhereItCommitted() throws Exception {
        List<InstanceStored> before = new CopyOnWriteArrayList<>();
        publish(1, 5);
        try (Subscription subscription = bus().subscribeInstances(group, collect(before, true))) {
            await(() -> before.size() >= 5 && subscription.caughtUp());
        }
        publish(6, 8);
        List<InstanceStored> after = new CopyOnWriteArrayList<>();
        try (Subscription subscription = bus().subscribeInstances(group, collect(after, true))) {
            await(() -> after.size() >= 3 && subscription.caughtUp());
        }
        assertThat(after).containsExactly(event(6), event(7), event(8));
    }

    @Test
    void batch_thatWasNotDone_comesAgainToTheNextMember() throws Exception {
        List<InstanceStored> before = new CopyOnWriteArrayList<>();
        publish(1, 3);
        try (Subscription subscription = bus().subscribeInstances(group, collect(before, false))) {
            await(() -> before.size() >= 3);
            assertThat(subscription.caughtUp()).isFalse();
        }
        List<InstanceStored> after = new CopyOnWriteArrayList<>();
        try (Subscription subscription = bus().subscribeInstances(group, collect(after, true))) {
            await(() -> after.size() >= 3 && subscription.caughtUp());
        }
        assertThat(after).containsExactly(event(1), event(2), event(3));
    }

    @Test
    void batch_afterOneThatWasNotDone_comesAgainWithIt() throws Exception {
        List<InstanceStored> before = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> handed = new CopyOnWriteArrayList<>();
        try (Subscription subscription = bus().subscribeInstances(group, batch -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            handed.add(done);
            collect(before, true).handle(batch);
            return done;
        })) {
            for (int number = 1; number <= 3; number++) {
                publish(number, number);
                int all = number;
                await(() -> before.size() == all);
            }
            // the last of the three; and all before the first, which may be of other tests
            handed.get(handed.size() - 1).complete(null);
            handed.subList(0, handed.size() - 2).forEach(each -> each.complete(null));
        }
        List<InstanceStored> after = new CopyOnWriteArrayList<>();
        try (Subscription subscription = bus().subscribeInstances(group, collect(after, true))) {
            await(() -> after.size() >= 2 && subscription.caughtUp());
        }
        assertThat(after).containsExactly(event(2), event(3));
    }

    @Test
    void batch_ofWhichTheHandlerThrows_comesAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        List<InstanceStored> seen = new CopyOnWriteArrayList<>();
        InstanceEvents collecting = collect(seen, true);
        publish(1, 3);
        try (Subscription subscription = bus().subscribeInstances(group, batch -> {
            if (!batch.isEmpty() && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("on purpose");
            }
            return collecting.handle(batch);
        })) {
            await(() -> seen.size() >= 3 && subscription.caughtUp());
        }
        assertThat(failures).hasValueGreaterThan(1);
        assertThat(seen).containsExactly(event(1), event(2), event(3));
    }

    @Test
    void studies_areReplayedFromOffsetsWithTombstones() throws Exception {
        join(bus().studyChanged(summary("First^Name")));
        join(bus().studyChanged(summary("Second^Name")));
        List<Change> seen = new CopyOnWriteArrayList<>();
        Map<Integer, Long> offsets = replay(Map.of(), 2, seen);
        assertThat(seen.stream().map(each -> each.summary().attributes().getString(Tag.PatientName)))
                .endsWith("Second^Name");
        join(bus().studyGone(study));
        List<Change> later = new CopyOnWriteArrayList<>();
        replay(offsets, 1, later);
        assertThat(later).containsExactly(new Change(study, null));
        List<Change> whole = new CopyOnWriteArrayList<>();
        replay(Map.of(), 3, whole);
        assertThat(whole.get(whole.size() - 1).summary()).isNull();
    }

    @Test
    void replay_fromTheEnd_isCaughtUpWithoutAnyChange() throws Exception {
        join(bus().studyChanged(summary("Any^Name")));
        Map<Integer, Long> end = replay(Map.of(), 1, new CopyOnWriteArrayList<>());
        List<Change> seen = new CopyOnWriteArrayList<>();
        try (Subscription subscription = bus().replayStudies(end, (changes, next) -> seen.addAll(changes))) {
            await(subscription::caughtUp);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void watch_hearsOfWhatIsAnnouncedFromNowOn() throws Exception {
        publish(1, 1);
        List<String> seen = new CopyOnWriteArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        try (Subscription subscription = bus().watchStudies(studies -> {
            calls.incrementAndGet();
            studies.stream().filter(study::equals).forEach(seen::add);
        })) {
            await(() -> subscription.caughtUp() && calls.get() > 3);
            assertThat(seen).as("what was announced before").isEmpty();
            publish(2, 2);
            await(() -> !seen.isEmpty());
        }
        assertThat(seen).containsOnly(study);
    }

    private Map<Integer, Long> replay(Map<Integer, Long> from, int count, List<Change> seen) throws Exception {
        Map<Integer, Long> offsets = new HashMap<>();
        try (Subscription subscription = bus().replayStudies(from, (changes, nextOffsets) -> {
            changes.stream()
                    .filter(each -> each.studyInstanceUid().equals(study))
                    .forEach(seen::add);
            offsets.putAll(nextOffsets);
        })) {
            await(() -> seen.size() >= count && subscription.caughtUp());
        }
        return offsets;
    }

    private InstanceEvents collect(List<InstanceStored> seen, boolean done) {
        return batch -> {
            batch.stream()
                    .filter(each -> each.uids().studyInstanceUid().equals(study))
                    .forEach(seen::add);
            return done ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        };
    }

    private void publish(int first, int last) {
        for (int number = first; number <= last; number++) {
            join(bus().instanceStored(event(number)));
        }
    }

    private InstanceStored event(int number) {
        return new InstanceStored(
                new InstanceUids(study, study + ".1", study + ".1." + number),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key" + number),
                new Digest("ab".repeat(32)),
                1000 + number,
                Instant.parse("2026-03-01T10:20:30.456Z"),
                "SENDER",
                "main");
    }

    private StudySummary summary(String patientName) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientName, patientName);
        return new StudySummary(study, new PatientKey("main", "P1"), attributes, List.of(), "main");
    }

    private static void join(java.util.concurrent.CompletionStage<Void> stage) {
        stage.toCompletableFuture().join();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(25).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
