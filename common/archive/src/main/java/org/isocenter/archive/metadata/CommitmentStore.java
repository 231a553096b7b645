/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Duration;
import java.util.Optional;

/**
 * The port to transactions of storage commitment. Every method blocks and throws
 * {@link org.isocenter.archive.error.ArchiveException} STORAGE_UNAVAILABLE within seconds. Safe for use by many threads.
 */
public interface CommitmentStore {

    /** How long a result is kept. */
    Duration RESULT_KEPT = Duration.ofDays(7);

    /** How long it is known that a transaction was asked for. */
    Duration TRANSACTION_KEPT = Duration.ofDays(30);

    /**
     * Begins a transaction, unless it was begun before: of several that begin one at the same time one wins.
     *
     * @return what was begun before; empty if it is begun now
     */
    Optional<Commitment> begin(Commitment commitment);

    /** The transaction, if it is known. */
    Optional<Commitment> find(String transactionUid);

    /** Keeps the result of a transaction that was begun; a later one of the same transaction replaces it. */
    void finish(String transactionUid, byte[] result);
}
