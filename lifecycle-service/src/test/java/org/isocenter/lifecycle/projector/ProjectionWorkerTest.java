/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.projection.ProjectedStudy;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a study whose projection fails, by a clock of the test's own. */
class ProjectionWorkerTest {

    private static final String STUDY = "1.2.3";
    private static final String FIRST = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private final List<String> projected = new ArrayList<>();
    private final List<DeadWork> told = new ArrayList<>();
    private final Map<Integer, String> rows = new TreeMap<>(Map.of(1, FIRST, 2, FIRST));
    private final ProjectionQueue queue = new ProjectionQueue(new Config(), () -> this.now);
    private final ProjectionWorker worker = new ProjectionWorker(queue, new Rows(), this::tell, "north");
    private long now;
    private int published;
    private String digest = FIRST;
    private RuntimeException failure;
    private RuntimeException deaf;
    private Runnable meanwhile = () -> {};

    private record Config() implements ProjectorConfig {
        @Override
        public Duration minInterval() {
            return Duration.ofMillis(100);
        }

        @Override
        public int restFactor() {
            return 10;
        }

        @Override
        public Duration rowDeadline() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration quietPeriod() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int threads() {
            return 1;
        }
    }

    private final class Rows implements StudyProjector {

        @Override
        public ProjectedStudy read(String studyInstanceUid) {
            projected.add(studyInstanceUid);
            meanwhile.run();
            if (failure != null) {
                throw failure;
            }
            Map<SeriesKey, List<InstanceFacts>> series = Map.of(
                    new SeriesKey(STUDY, STUDY + ".1"),
                    rows.entrySet().stream()
                            .map(each -> row(each.getKey(), each.getValue()))
                            .toList());
            return new ProjectedStudy(Optional.empty(), series);
        }

        @Override
        public void publish(String studyInstanceUid, ProjectedStudy study) {
            published++;
        }
    }

    private static InstanceFacts row(int instance, String digest) {
        return new InstanceFacts(
                STUDY + ".1." + instance,
                UID.CTImageStorage,
                new Digest(digest),
                100,
                1,
                Instant.EPOCH,
                InstanceState.ACTIVE);
    }

    private void tell(DeadWork dead) {
        if (deaf != null) {
            throw deaf;
        }
        told.add(dead);
    }

    private CompletableFuture<Void> announce(int instance) {
        return announce(STUDY, instance);
    }

    private CompletableFuture<Void> announce(String study, int instance) {
        return queue.handle(List.of(new InstanceStored(
                new InstanceUids(study, study + ".1", study + ".1." + instance),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key"),
                new Digest(digest),
                100,
                Instant.EPOCH,
                "SENDER",
                "north")));
    }

    /** Lets the time pass, and does what becomes due. */
    private void work(Duration time) {
        for (long end = now + time.toNanos();
                now < end;
                now += Duration.ofMillis(50).toNanos()) {
            queue.poll().ifPresent(worker::project);
        }
    }

    private CompletableFuture<Void> correct(boolean recorded) {
        return queue.handleCorrections(List.of(new StudyCorrected(STUDY, "STUDY", recorded, Instant.EPOCH, "north")));
    }

    @Test
    void correction_thatIsRecorded_isProjectedAtOnce() {
        CompletableFuture<Void> done = correct(true);
        work(Duration.ofMillis(100));
        assertThat(published).isEqualTo(1);
        assertThat(done).isCompleted();
        work(Duration.ofMinutes(1));
        assertThat(published).as("no second look").isEqualTo(1);
    }

    @Test
    void correction_thatIsAboutToBe_isLookedForLater() {
        CompletableFuture<Void> done = correct(false);
        work(Duration.ofSeconds(4));
        assertThat(published).isZero();
        assertThat(done).isNotDone();
        work(Duration.ofSeconds(2));
        assertThat(published).isEqualTo(1);
        assertThat(done).isCompleted();
    }

    @Test
    void correction_announcedBeforeAndAfter_isProjectedAtOnceAndLookedAtAgain() {
        correct(false);
        correct(true);
        work(Duration.ofMillis(100));
        assertThat(published).isEqualTo(1);
        work(Duration.ofMinutes(1));
        assertThat(published).isEqualTo(2);
    }

    @Test
    void correction_thatCannotBeProjected_isGivenUp() {
        failure = new IllegalStateException();
        CompletableFuture<Void> done = correct(true);
        work(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void fault_isTriedAgainThenToldOnce() {
        failure = new IllegalStateException("Doe^John cannot be summed up");
        announce(1);
        work(Duration.ofMinutes(5));
        assertThat(projected).hasSize(ProjectionWorker.ATTEMPTS);
        assertThat(told).singleElement().satisfies(dead -> {
            assertThat(dead.studyInstanceUid()).isEqualTo(STUDY);
            assertThat(dead.work()).isEqualTo("projection");
            assertThat(dead.code()).isEqualTo(ErrorCode.INTERNAL);
            assertThat(dead.attempts()).isEqualTo(ProjectionWorker.ATTEMPTS);
            assertThat(dead.site()).isEqualTo("north");
            assertThat(dead.reason())
                    .contains("IllegalStateException", "ProjectionWorkerTest")
                    .doesNotContain("Doe");
        });
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void fault_ofOurCatalogueIsToldInItsWords() {
        failure = new ArchiveException(ErrorCode.OBJECT_DAMAGED, "the object is short");
        announce(1);
        work(Duration.ofMinutes(1));
        assertThat(told).singleElement().satisfies(dead -> {
            assertThat(dead.code()).isEqualTo(ErrorCode.OBJECT_DAMAGED);
            assertThat(dead.reason()).contains("the object is short");
        });
    }

    @Test
    void dead_isTriedWhenSomethingNewArrives() {
        failure = new IllegalStateException();
        announce(1);
        work(Duration.ofMinutes(1));
        failure = null;
        projected.clear();
        announce(2);
        work(Duration.ofSeconds(1));
        assertThat(projected).containsExactly(STUDY);
        assertThat(told).hasSize(1);
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void dead_thatFailsAgainIsToldAgain() {
        failure = new IllegalStateException();
        announce(1);
        work(Duration.ofMinutes(1));
        announce(2);
        work(Duration.ofMinutes(1));
        assertThat(told).hasSize(2);
        assertThat(projected).hasSize(2 * ProjectionWorker.ATTEMPTS);
    }

    @Test
    void dead_withSomethingNewWhileItWasTriedBeginsAnew() {
        failure = new IllegalStateException();
        meanwhile = () -> {
            if (projected.size() == ProjectionWorker.ATTEMPTS) {
                announce(2);
                failure = null;
                throw new IllegalStateException();
            }
        };
        announce(1);
        work(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
        // once for the news, once more when all is quiet
        assertThat(projected).hasSizeGreaterThan(ProjectionWorker.ATTEMPTS);
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void engineDown_isNeverGivenUp() {
        failure = new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Cassandra does not answer");
        announce(1);
        work(Duration.ofMinutes(10));
        assertThat(projected).hasSizeGreaterThan(30);
        assertThat(told).isEmpty();
        assertThat(queue.isHandled()).isFalse();
        failure = null;
        work(Duration.ofSeconds(20));
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void engineDown_doesNotCountAsAttempt() {
        failure = new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Cassandra does not answer");
        announce(1);
        work(Duration.ofMinutes(2));
        int before = projected.size();
        failure = new IllegalStateException();
        work(Duration.ofMinutes(5));
        assertThat(told).singleElement().satisfies(dead -> assertThat(dead.attempts())
                .isEqualTo(ProjectionWorker.ATTEMPTS));
        assertThat(projected).hasSize(before + ProjectionWorker.ATTEMPTS);
    }

    @Test
    void dead_thatCannotBeToldIsNotLeft() {
        failure = new IllegalStateException();
        deaf = new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Kafka: an event was not taken");
        announce(1);
        work(Duration.ofMinutes(2));
        assertThat(told).isEmpty();
        assertThat(queue.isHandled()).isFalse();
        deaf = null;
        work(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void study_isProjectedOnce() {
        announce(1);
        work(Duration.ofMinutes(1));
        assertThat(projected).hasSize(1);
    }

    @Test
    void study_thatAnotherProcessMayHaveProjected_isLookedAtAgain() {
        queue.reassigned();
        announce(1);
        work(Duration.ofSeconds(4));
        assertThat(projected).hasSize(1);
        work(Duration.ofMinutes(2));
        assertThat(projected).hasSize(2);
        announce(2);
        work(Duration.ofMinutes(1));
        assertThat(projected).hasSize(3);
    }

    @Test
    void row_thatIsNotTheAnnouncedOneYet_isLookedForAgain() {
        digest = OTHER;
        CompletableFuture<Void> batch = announce(1);
        work(Duration.ofSeconds(12));
        assertThat(batch).isNotDone();
        assertThat(projected).hasSizeBetween(4, 14);
        rows.put(1, OTHER);
        work(Duration.ofSeconds(6));
        assertThat(batch).isDone();
        assertThat(published).isEqualTo(projected.size());
    }

    @Test
    void twoStoresOfOneInstance_areLookedAtAgain() {
        announce(1);
        digest = OTHER;
        announce(1);
        rows.put(1, OTHER);
        work(Duration.ofSeconds(1));
        assertThat(projected).hasSize(1);
        work(Duration.ofMinutes(1));
        assertThat(projected).hasSize(2);
        assertThat(published).isEqualTo(2);
    }

    @Test
    void study_withoutAnExpectedRow_isNotPublished() {
        rows.clear();
        announce(1);
        work(Duration.ofSeconds(2));
        assertThat(projected).hasSizeGreaterThan(2);
        assertThat(published).isZero();
    }

    @Test
    void error_isLikeAnyOtherFault() {
        meanwhile = () -> {
            throw new StackOverflowError();
        };
        announce(1);
        work(Duration.ofMinutes(5));
        assertThat(told).singleElement().satisfies(dead -> assertThat(dead.reason())
                .contains("StackOverflowError"));
    }

    @Test
    void announcement_duringTheProjection_isProjectedToo() {
        List<CompletableFuture<Void>> batches = new ArrayList<>();
        meanwhile = () -> {
            if (projected.size() == 1) {
                batches.add(announce(1));
            }
        };
        batches.add(announce(1));
        work(Duration.ofSeconds(10));
        assertThat(projected).hasSize(2);
        assertThat(batches).hasSize(2).allMatch(CompletableFuture::isDone);
    }

    @Test
    void batch_isDoneWhenItsInstancesAreSeen() {
        CompletableFuture<Void> first = announce(1);
        CompletableFuture<Void> third = announce(3);
        assertThat(first).isNotDone();
        work(Duration.ofSeconds(5));
        assertThat(first).isDone();
        assertThat(third).isNotDone();
        rows.put(3, FIRST);
        work(Duration.ofSeconds(5));
        assertThat(third).isDone();
    }

    @Test
    void batch_ofWhichTheRowNeverComes_isDoneAfterTheDeadline() {
        CompletableFuture<Void> third = announce(3);
        work(Duration.ofSeconds(29));
        assertThat(third).isNotDone();
        work(Duration.ofSeconds(5));
        assertThat(third).isDone();
        assertThat(queue.isHandled()).isTrue();
    }

    @Test
    void batch_thatIsAnnouncedAgain_leavesItToTheLaterOne() {
        CompletableFuture<Void> before = announce(3);
        CompletableFuture<Void> after = announce(3);
        assertThat(before).isDone();
        assertThat(after).isNotDone();
    }

    @Test
    void batch_ofADeadStudyIsDone() {
        failure = new IllegalStateException();
        CompletableFuture<Void> batch = announce(1);
        work(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
        assertThat(batch).isDone();
    }

    @Test
    void batch_ofNothingIsDone() {
        assertThat(queue.handle(List.of())).isDone();
    }

    @Test
    void study_thatIsAnnouncedAgainAndAgain_keepsItsPlace() {
        announce("1.2.1", 1);
        pass(Duration.ofMillis(1));
        announce("1.2.2", 1);
        pass(Duration.ofMillis(1));
        announce("1.2.1", 2);
        pass(Duration.ofMillis(20));
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo("1.2.1");
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo("1.2.2");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void secondLook_waitsForWhatIsDue_butNotForEver() {
        queue.reassigned();
        announce(1);
        work(Duration.ofSeconds(1));
        announce("1.2.2", 1);
        pass(Duration.ofSeconds(40));
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo(STUDY);
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo("1.2.2");
    }

    @Test
    void secondLook_waitsForWhatIsDue() {
        queue.reassigned();
        announce(1);
        work(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(10));
        announce("1.2.2", 1);
        pass(Duration.ofMillis(20));
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo("1.2.2");
        assertThat(queue.poll().orElseThrow().studyInstanceUid()).isEqualTo(STUDY);
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void row_thatComesAfterItsAnnouncement_isLookedForSoon() {
        rows.clear();
        announce(3);
        for (int i = 0; i < 50; i++) {
            pass(Duration.ofMillis(2));
            queue.poll().ifPresent(worker::project);
        }
        assertThat(projected).hasSizeBetween(2, 4);
        rows.put(3, FIRST);
        CompletableFuture<Void> next = announce(4);
        rows.put(4, FIRST);
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofMillis(2));
            queue.poll().ifPresent(worker::project);
        }
        assertThat(next).isDone();
        assertThat(queue.isHandled()).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
