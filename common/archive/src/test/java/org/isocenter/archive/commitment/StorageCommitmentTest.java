/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.isocenter.archive.commitment.CommitmentAnswer.Done;
import org.isocenter.archive.commitment.CommitmentAnswer.Expired;
import org.isocenter.archive.commitment.CommitmentAnswer.InUse;
import org.isocenter.archive.commitment.CommitmentAnswer.Pending;
import org.isocenter.archive.commitment.CommitmentAnswer.Unknown;
import org.isocenter.archive.commitment.StorageCommitment.Settings;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.Commitment;
import org.isocenter.archive.metadata.CommitmentStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StorageCommitmentTest {

    private static final InstanceReference MISSING = new InstanceReference(KeptInstances.CT, "9.9");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final KeptInstances kept = new KeptInstances();
    private final Transactions transactions = new Transactions();
    private final CommitmentCheck check = new CommitmentCheck(kept.metadata(), kept.objects(), threads, 4);
    private final InstanceReference reference = kept.keep("2", "3");
    private final CountDownLatch gate = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdown();
    }

    private StorageCommitment commitment(Executor executor, Duration patience) {
        return new StorageCommitment(
                transactions, check, executor, new SetClock(), new Settings(1, patience, Duration.ofMinutes(1)));
    }

    private StorageCommitment commitment() {
        return commitment(threads, Duration.ofSeconds(20));
    }

    /** Its judgements wait for the gate. */
    private StorageCommitment slow() {
        return commitment(
                task -> threads.execute(() -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    task.run();
                }),
                Duration.ofMillis(20));
    }

    private static Attributes result(CommitmentAnswer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).result();
    }

    @Test
    void request_namesWhatIsCommittedAndWhatIsNot() {
        Attributes result = result(commitment().request("1.2", List.of(MISSING, reference)));
        assertThat(result.getSequence(Tag.ReferencedSOPSequence)).hasSize(1);
        assertThat(result.getNested(Tag.ReferencedSOPSequence).getString(Tag.ReferencedSOPInstanceUID))
                .isEqualTo("3");
        assertThat(result.getSequence(Tag.FailedSOPSequence)).hasSize(1);
        assertThat(result.getNested(Tag.FailedSOPSequence).getInt(Tag.FailureReason, 0))
                .isEqualTo(0x0112);
    }

    @Test
    void result_ofAnyReplica() {
        Attributes said = result(commitment().request("1.2", List.of(reference)));
        assertThat(result(commitment().result("1.2"))).isEqualTo(said);
    }

    @Test
    void result_unknown() {
        assertThat(commitment().result("1.2")).isInstanceOf(Unknown.class);
    }

    @Test
    void request_sameAgainIsNotJudgedAgain() {
        Attributes first = result(commitment().request("1.2", List.of(reference)));
        kept.sizes.clear();
        assertThat(result(commitment().request("1.2", List.of(reference)))).isEqualTo(first);
    }

    @Test
    void request_otherUnderTheSameUid() {
        commitment().request("1.2", List.of(reference));
        assertThat(commitment().request("1.2", List.of(MISSING))).isInstanceOf(InUse.class);
        assertThat(result(commitment().result("1.2")).contains(Tag.FailedSOPSequence))
                .isFalse();
    }

    @Test
    void result_expired() {
        commitment().request("1.2", List.of(reference));
        now = now.plus(CommitmentStore.RESULT_KEPT).plusSeconds(1);
        assertThat(commitment().result("1.2")).isInstanceOf(Expired.class);
        assertThat(commitment().request("1.2", List.of(reference))).isInstanceOf(InUse.class);
    }

    @Test
    void request_thatTakesLong() {
        StorageCommitment slow = slow();
        assertThat(slow.request("1.2", List.of(reference))).isInstanceOf(Pending.class);
        assertThat(commitment().result("1.2")).isInstanceOf(Pending.class);
        gate.countDown();
        transactions.awaitResult("1.2");
        assertThat(result(slow.result("1.2")).contains(Tag.ReferencedSOPSequence))
                .isTrue();
    }

    @Test
    void request_tooManyUnderWay() {
        StorageCommitment slow = slow();
        slow.request("1.2", List.of(reference));
        assertThatThrownBy(() -> slow.request("1.3", List.of(reference)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OVER_CAPACITY));
        gate.countDown();
        transactions.awaitResult("1.2");
        // the place is given back just after the result is kept
        assertThat(result(retried(slow, "1.3")).contains(Tag.ReferencedSOPSequence))
                .isTrue();
    }

    private CommitmentAnswer retried(StorageCommitment commitment, String transactionUid) {
        while (true) {
            try {
                CommitmentAnswer answer = commitment.request(transactionUid, List.of(reference));
                if (answer instanceof Done) {
                    return answer;
                }
            } catch (ArchiveException stillBusy) {
                Thread.onSpinWait();
            }
        }
    }

    /** The replica that was asked is gone; nothing goes on by itself. */
    @Test
    void result_ofATransactionThatWasLeftBehind() {
        commitment(task -> {}, Duration.ofMillis(1)).request("1.2", List.of(reference));
        assertThat(commitment().result("1.2")).isInstanceOf(Pending.class);
        now = now.plusSeconds(61);
        assertThat(result(commitment().result("1.2")).contains(Tag.ReferencedSOPSequence))
                .isTrue();
    }

    @Test
    void request_engineDownIsNoJudgement() {
        kept.failWith(ErrorCode.STORAGE_UNAVAILABLE);
        assertThatThrownBy(() -> commitment().request("1.2", List.of(reference)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        kept.failWith(null);
        assertThat(result(commitment().request("1.2", List.of(reference))).contains(Tag.ReferencedSOPSequence))
                .isTrue();
    }

    private final class SetClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Transactions in memory. */
    private static final class Transactions implements CommitmentStore {

        private final Map<String, Commitment> all = new ConcurrentHashMap<>();

        @Override
        public Optional<Commitment> begin(Commitment commitment) {
            return Optional.ofNullable(all.putIfAbsent(commitment.transactionUid(), commitment));
        }

        @Override
        public Optional<Commitment> find(String transactionUid) {
            return Optional.ofNullable(all.get(transactionUid));
        }

        @Override
        public void finish(String transactionUid, byte[] result) {
            all.computeIfPresent(
                    transactionUid,
                    (uid, begun) -> new Commitment(uid, begun.requestedAt(), begun.request(), Optional.of(result)));
        }

        void awaitResult(String transactionUid) {
            while (all.get(transactionUid).result().isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }
}
