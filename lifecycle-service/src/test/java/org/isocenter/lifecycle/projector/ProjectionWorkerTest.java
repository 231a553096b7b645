/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a study whose projection fails, by a clock of the test's own. */
class ProjectionWorkerTest {

    private static final String STUDY = "1.2.3";

    private final List<String> projected = new ArrayList<>();
    private final List<DeadWork> told = new ArrayList<>();
    private final ProjectionQueue queue = new ProjectionQueue(new Config(), () -> this.now);
    private final ProjectionWorker worker =
            new ProjectionWorker(queue, series -> Set.of("1.2.3.1.1", "1.2.3.1.2"), this::project, this::tell, "north");
    private long now;
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
        public Duration commitInterval() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int threads() {
            return 1;
        }
    }

    private void project(String studyInstanceUid) {
        projected.add(studyInstanceUid);
        meanwhile.run();
        if (failure != null) {
            throw failure;
        }
    }

    private void tell(DeadWork dead) {
        if (deaf != null) {
            throw deaf;
        }
        told.add(dead);
    }

    private void announce(int instance) {
        queue.announce(List.of(new InstanceStored(
                new InstanceUids(STUDY, "1.2.3.1", "1.2.3.1." + instance),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key"),
                new Digest("ab".repeat(32)),
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
}
