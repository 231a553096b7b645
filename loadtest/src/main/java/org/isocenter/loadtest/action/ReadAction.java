/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.util.Optional;
import java.util.Random;

import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.study.StudyFacts;

/**
 * Asks for a study that was stored.
 *
 * @param label in reports
 * @param kind of the operation
 * @param studies of which one is chosen
 * @param tasks makes the request for it
 */
record ReadAction(String label, OperationKind kind, StoredStudies studies, Tasks tasks) implements Action {

    /** Makes a request. */
    @FunctionalInterface
    interface Tasks {
        Task of(StudyFacts study, Random random);
    }

    @Override
    public boolean perform(Worker worker, long due) throws InterruptedException {
        Optional<StudyFacts> study = studies.choose(worker.random());
        if (study.isEmpty()) {
            return false;
        }
        worker.attempt(label, kind, due, tasks.of(study.get(), worker.random()));
        return true;
    }
}
