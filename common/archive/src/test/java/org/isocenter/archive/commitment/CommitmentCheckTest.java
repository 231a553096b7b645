/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommitmentCheckTest {

    private static final int WIDTH = 3;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final KeptInstances kept = new KeptInstances();
    private final CommitmentCheck check = new CommitmentCheck(kept.metadata(), kept.objects(), executor, WIDTH);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private Optional<CommitmentFailure> judge(InstanceReference reference) {
        List<Judgement> judgements = check.judge(List.of(reference));
        assertThat(judgements).hasSize(1);
        assertThat(judgements.get(0).reference()).isEqualTo(reference);
        return judgements.get(0).failure();
    }

    @Test
    void judge_keptInstance() {
        assertThat(judge(kept.keep("2", "3"))).isEmpty();
    }

    @Test
    void judge_noSuchInstance() {
        kept.keep("2", "3");
        assertThat(judge(new InstanceReference(KeptInstances.CT, "4")))
                .contains(CommitmentFailure.NO_SUCH_OBJECT_INSTANCE);
    }

    @Test
    void judge_otherClass() {
        kept.keep("2", "3");
        assertThat(judge(new InstanceReference("1.2.840.10008.5.1.4.1.1.4", "3")))
                .contains(CommitmentFailure.CLASS_INSTANCE_CONFLICT);
    }

    @Test
    void judge_ofASeries() {
        kept.keep("2", "3");
        assertThat(judge(new InstanceReference(KeptInstances.CT, "3", Optional.of(new SeriesKey("1", "2")))))
                .isEmpty();
        assertThat(judge(new InstanceReference(KeptInstances.CT, "3", Optional.of(new SeriesKey("1", "4")))))
                .contains(CommitmentFailure.NO_SUCH_OBJECT_INSTANCE);
    }

    @Test
    void judge_rejectedInstance() {
        assertThat(judge(kept.keep("2", "3", InstanceState.REJECTED)))
                .contains(CommitmentFailure.NO_SUCH_OBJECT_INSTANCE);
    }

    @Test
    void judge_objectThatIsGone() {
        InstanceReference reference = kept.keep("2", "3");
        kept.sizes.clear();
        assertThat(judge(reference)).contains(CommitmentFailure.PROCESSING_FAILURE);
    }

    @Test
    void judge_objectThatIsShort() {
        InstanceReference reference = kept.keep("2", "3");
        kept.sizes.put(kept.location(reference), 99L);
        assertThat(judge(reference)).contains(CommitmentFailure.PROCESSING_FAILURE);
    }

    /** An engine that does not answer is no reason to say that something is lost. */
    @Test
    void judge_objectStoreDown() {
        InstanceReference reference = kept.keep("2", "3");
        kept.failWith(ErrorCode.STORAGE_UNAVAILABLE);
        assertThatThrownBy(() -> judge(reference))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    }

    @Test
    void judge_sameTwice() {
        InstanceReference reference = kept.keep("2", "3");
        assertThat(check.judge(List.of(reference, reference))).hasSize(1);
    }

    @Test
    void judge_manyInOrderAndSeveralAtATime() {
        List<InstanceReference> references = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            references.add(
                    i % 5 == 4
                            ? new InstanceReference(KeptInstances.CT, "9." + i)
                            : kept.keep(String.valueOf(i % 3), "8." + i));
        }
        List<Judgement> judgements = check.judge(references);
        assertThat(judgements).extracting(Judgement::reference).isEqualTo(references);
        assertThat(judgements).filteredOn(Judgement::isCommitted).hasSize(160);
        assertThat(kept.mostConcurrent.get()).isBetween(2, WIDTH);
        assertThat(kept.asked).filteredOn("locationsOfSeries"::equals).hasSize(3);
        assertThat(kept.asked).doesNotContain("instance");
    }
}
