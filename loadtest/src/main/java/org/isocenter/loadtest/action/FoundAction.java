/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.study.StudyFacts;

/**
 * Stores a new study and measures how long after the last acknowledgement it is found whole by the key of its patient.
 *
 * @param store of the study
 * @param limit until it must be found
 */
record FoundAction(StoreStudyAction store, Duration limit) implements Action {

    @Override
    public String label() {
        return OperationKind.FOUND.label();
    }

    @Override
    public boolean perform(Worker worker, long due) throws IOException, InterruptedException {
        Optional<StudyFacts> stored = store.store(worker, due);
        if (stored.isPresent()) {
            worker.attempt(label(), OperationKind.FOUND, System.nanoTime(), WebReads.awaitFound(stored.get(), limit));
        }
        return true;
    }
}
