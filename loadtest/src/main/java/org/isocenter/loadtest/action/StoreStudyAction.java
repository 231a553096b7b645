/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.metrics.WrongAnswerException;
import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.study.StudyFacts;

/**
 * Stores all instances of a new study one after the other, each measured and retried for itself.
 *
 * @param kind C_STORE_STUDY or STOW_STUDY
 * @param each of the single instances
 * @param limit of an instance
 * @param ledger that is told
 */
record StoreStudyAction(OperationKind kind, OperationKind each, Duration limit, Optional<LedgerWriter> ledger)
        implements Action {

    @Override
    public String label() {
        return kind.label();
    }

    @Override
    public boolean perform(Worker worker, long due) throws IOException, InterruptedException {
        store(worker, due);
        return true;
    }

    /** Stores a study; empty unless every instance was acknowledged. */
    Optional<StudyFacts> store(Worker worker, long due) throws IOException, InterruptedException {
        StudyCursor cursor = worker.cursor();
        StudyFacts study = cursor.begin();
        long bytes = 0;
        boolean whole = true;
        while (cursor.hasMore()) {
            var instance = cursor.next();
            boolean acknowledged = false;
            try {
                acknowledged = worker.attempt(
                        each.label(), each, System.nanoTime(), new StoreTask(instance, each.isWeb(), limit, ledger));
            } finally {
                cursor.done(acknowledged);
            }
            whole &= acknowledged;
            bytes += instance.length();
        }
        long stored = bytes;
        boolean complete = whole;
        worker.attempt(label(), kind, due, client -> {
            if (!complete) {
                throw new WrongAnswerException("incomplete", "not every instance of the study was stored");
            }
            return stored;
        });
        return complete ? Optional.of(study) : Optional.empty();
    }
}
