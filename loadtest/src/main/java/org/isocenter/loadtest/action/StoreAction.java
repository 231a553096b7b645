/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.scenario.OperationKind;

/**
 * Stores one instance.
 *
 * @param kind C_STORE or STOW
 * @param limit of an attempt
 * @param ledger that is told
 */
record StoreAction(OperationKind kind, Duration limit, Optional<LedgerWriter> ledger) implements Action {

    @Override
    public String label() {
        return kind.label();
    }

    @Override
    public boolean perform(Worker worker, long due) throws IOException, InterruptedException {
        StoreTask task = new StoreTask(worker.cursor().next(), kind.isWeb(), limit, ledger);
        boolean acknowledged = false;
        try {
            acknowledged = worker.attempt(label(), kind, due, task);
        } finally {
            worker.cursor().done(acknowledged);
        }
        return true;
    }
}
