/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.Commitment;
import org.isocenter.archive.metadata.CommitmentStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * Transactions of storage commitment: each is judged once, and its result is given to whoever asks again, at whichever replica. One that
 * a replica left behind is judged by the one that is asked for it. Thread-safe.
 */
public final class StorageCommitment {

    /** Bounds on what is under way, and on how long is waited. */
    public record Settings(int concurrentTransactions, Duration patience, Duration abandonedAfter) {

        /** Four transactions at a time, each waited for ten seconds; after a minute another replica takes it up. */
        public static final Settings DEFAULT = new Settings(4, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    private final CommitmentStore store;
    private final CommitmentCheck check;
    private final Executor executor;
    private final Clock clock;
    private final Settings settings;
    private final Semaphore places;
    private final ConcurrentMap<String, CompletableFuture<Attributes>> underWay = new ConcurrentHashMap<>();

    /**
     * @param executor runs judgements, which block
     * @param clock tells how old transactions are
     */
    public StorageCommitment(
            CommitmentStore store, CommitmentCheck check, Executor executor, Clock clock, Settings settings) {
        this.store = store;
        this.check = check;
        this.executor = executor;
        this.clock = clock;
        this.settings = settings;
        this.places = new Semaphore(settings.concurrentTransactions());
    }

    /**
     * Asks for a commitment. The same request under the same UID may be repeated.
     *
     * @param transactionUid a valid UID
     * @param references one or more, of valid UIDs
     * @return Done, Pending or InUse
     * @throws ArchiveException OVER_CAPACITY if too many are under way, STORAGE_UNAVAILABLE if an engine does not answer: then
     *     nothing is promised, and the request may be repeated
     */
    public CommitmentAnswer request(String transactionUid, List<InstanceReference> references) {
        byte[] request = encode(CommitmentModule.request(references));
        Commitment begun = new Commitment(
                transactionUid, clock.instant().truncatedTo(ChronoUnit.MILLIS), request, Optional.empty());
        Optional<Commitment> earlier = store.begin(begun);
        if (earlier.isPresent()) {
            if (!Arrays.equals(earlier.get().request(), request) || isExpired(earlier.get())) {
                return new CommitmentAnswer.InUse();
            }
            if (earlier.get().result().isPresent()) {
                return done(earlier.get());
            }
        }
        return judge(begun);
    }

    /**
     * Asks for the result of a transaction.
     *
     * @return Done, Pending, Expired or Unknown
     * @throws ArchiveException OVER_CAPACITY or STORAGE_UNAVAILABLE
     */
    public CommitmentAnswer result(String transactionUid) {
        Optional<Commitment> found = store.find(transactionUid);
        if (found.isEmpty()) {
            return new CommitmentAnswer.Unknown();
        }
        Commitment commitment = found.get();
        if (isExpired(commitment)) {
            return new CommitmentAnswer.Expired();
        }
        if (commitment.result().isPresent()) {
            return done(commitment);
        }
        boolean abandoned = age(commitment).compareTo(settings.abandonedAfter()) > 0;
        return abandoned || underWay.containsKey(transactionUid) ? judge(commitment) : new CommitmentAnswer.Pending();
    }

    private Duration age(Commitment commitment) {
        return Duration.between(commitment.requestedAt(), Instant.now(clock));
    }

    private boolean isExpired(Commitment commitment) {
        return age(commitment).compareTo(CommitmentStore.RESULT_KEPT) > 0;
    }

    private CommitmentAnswer judge(Commitment commitment) {
        CompletableFuture<Attributes> mine = new CompletableFuture<>();
        CompletableFuture<Attributes> judging = underWay.putIfAbsent(commitment.transactionUid(), mine);
        if (judging == null) {
            begin(commitment, mine);
            judging = mine;
        }
        try {
            return new CommitmentAnswer.Done(judging.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new CommitmentAnswer.Pending();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ArchiveException known
                    ? known
                    : new ArchiveException(ErrorCode.INTERNAL, "the commitment could not be judged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted while instances were judged", e);
        }
    }

    private void begin(Commitment commitment, CompletableFuture<Attributes> judging) {
        if (!places.tryAcquire()) {
            underWay.remove(commitment.transactionUid(), judging);
            judging.completeExceptionally(
                    new ArchiveException(ErrorCode.OVER_CAPACITY, "too many commitments are under way"));
            return;
        }
        executor.execute(() -> {
            try {
                Attributes result = judgeNow(commitment);
                leave(commitment, judging);
                judging.complete(result);
            } catch (RuntimeException e) {
                leave(commitment, judging);
                judging.completeExceptionally(e);
            }
        });
    }

    private void leave(Commitment commitment, CompletableFuture<Attributes> judging) {
        underWay.remove(commitment.transactionUid(), judging);
        places.release();
    }

    /** Whoever hears of the result may delete what it has: first it is kept. */
    private Attributes judgeNow(Commitment commitment) {
        List<InstanceReference> references =
                CommitmentModule.references(decode(commitment.request()), Integer.MAX_VALUE);
        Attributes result = CommitmentModule.result(check.judge(references));
        store.finish(commitment.transactionUid(), encode(result));
        return result;
    }

    private static CommitmentAnswer done(Commitment commitment) {
        return new CommitmentAnswer.Done(decode(commitment.result().orElseThrow()));
    }

    private static byte[] encode(Attributes module) {
        return DatasetWriter.toBytes(module, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static Attributes decode(byte[] module) {
        try {
            return DatasetReader.read(module, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "a commitment cannot be read", e);
        }
    }
}
