/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceMemoryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // overflows while it runs
    private final InstanceMemory memory = new InstanceMemory(clock::get);

    @BeforeEach
    void hearLongEnough() {
        memory.heard(Set.of());
        hear(InstanceMemory.SETTLING.plus(SECOND));
    }

    @Test
    void row_isRememberedForAWhile() {
        memory.keep(instance("1", 10), memory.now());

        hear(InstanceMemory.KEPT.minus(SECOND));
        assertThat(memory.find(uids("1"))).isPresent();
        hear(SECOND.multipliedBy(2));
        assertThat(memory.find(uids("1"))).isEmpty();
    }

    @Test
    void announcement_endsTheRowsOfItsStudyOnly() {
        memory.keep(instance("1", 10), memory.now());
        memory.keep(instance("2", 10), memory.now());

        memory.heard(Set.of("1"));

        assertThat(memory.find(uids("1"))).isEmpty();
        assertThat(memory.find(uids("2"))).isPresent();
    }

    @Test
    void announced_isNotKeptUntilItHasSettled() {
        memory.heard(Set.of("1"));
        hear(InstanceMemory.SETTLING.minus(SECOND));
        memory.keep(instance("1", 10), memory.now());
        assertThat(memory.keeps("1")).isFalse();
        assertThat(memory.find(uids("1"))).isEmpty();

        hear(SECOND.multipliedBy(2));
        memory.keep(instance("1", 10), memory.now());

        assertThat(memory.keeps("1")).isTrue();
        assertThat(memory.find(uids("1"))).isPresent();
    }

    @Test
    void readBeforeTheAnnouncement_keptAfterIt_isNotBelieved() {
        long readAt = memory.now();
        hear(SECOND);
        memory.heard(Set.of("1"));

        memory.keep(instance("1", 10), readAt);

        assertThat(memory.find(uids("1"))).isEmpty();
    }

    @Test
    void silence_endsAllUntilSettledAgain() {
        memory.keep(instance("1", 10), memory.now());
        clock.addAndGet(InstanceMemory.SILENCE.plus(SECOND).toNanos());
        assertThat(memory.keeps("1")).isFalse();
        assertThat(memory.find(uids("1"))).isEmpty();

        memory.heard(Set.of());
        memory.keep(instance("1", 10), memory.now());
        assertThat(memory.find(uids("1"))).as("what was missed may still come").isEmpty();

        hear(InstanceMemory.SETTLING.plus(SECOND));
        memory.keep(instance("1", 10), memory.now());
        assertThat(memory.find(uids("1"))).isPresent();
    }

    @Test
    void nothingHeardYet_nothingIsKept() {
        InstanceMemory deaf = new InstanceMemory(clock::get);
        deaf.keep(instance("1", 10), deaf.now());
        assertThat(deaf.find(uids("1"))).isEmpty();
    }

    @Test
    void forgotten_isNotFound() {
        memory.keep(instance("1", 10), memory.now());
        memory.forget(uids("1"));
        assertThat(memory.find(uids("1"))).isEmpty();
    }

    @Test
    void full_losesWhatWasNotAskedForLongest() {
        int rows = (int) (InstanceMemory.MAX_BYTES / InstanceMemory.MAX_ROW);
        for (int i = 0; i < rows; i++) {
            memory.keep(instance("s" + i, InstanceMemory.MAX_ROW - 2000), memory.now());
        }
        assertThat(memory.find(uids("s0"))).isPresent();
        for (int i = rows; i < rows + 4; i++) {
            memory.keep(instance("s" + i, InstanceMemory.MAX_ROW - 2000), memory.now());
        }

        assertThat(memory.find(uids("s0"))).isPresent();
        assertThat(memory.find(uids("s1"))).isEmpty();
        assertThat(memory.find(uids("s" + (rows + 3)))).isPresent();
    }

    @Test
    void largeRow_isNotKept() {
        memory.keep(instance("1", InstanceMemory.MAX_ROW), memory.now());
        assertThat(memory.find(uids("1"))).isEmpty();
    }

    @Test
    void moreStudiesAnnouncedThanAreCounted_endsAll() {
        memory.keep(instance("1", 10), memory.now());
        Set<String> many = new HashSet<>();
        for (int i = 0; i <= InstanceMemory.MAX_STUDIES; i++) {
            many.add("other" + i);
        }
        memory.heard(many);
        assertThat(memory.find(uids("1"))).isEmpty();
    }

    /** Time passes while the bus is heard. */
    private void hear(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            clock.addAndGet(SECOND.toNanos());
            memory.heard(Set.of());
        }
    }

    private static InstanceUids uids(String study) {
        return new InstanceUids(study, "1.2", "1.3");
    }

    private static StoredInstance instance(String study, int headerLength) {
        return new StoredInstance(
                uids(study),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("hot", "key"),
                Digest.of(new byte[32]),
                330,
                5000,
                1,
                Instant.EPOCH,
                "SENDER",
                "main",
                InstanceState.ACTIVE,
                new byte[headerLength],
                new byte[0],
                new byte[0]);
    }
}
