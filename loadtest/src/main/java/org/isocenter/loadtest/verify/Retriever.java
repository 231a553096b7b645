/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;

import org.isocenter.loadtest.ledger.LedgerStudy;

/** A way on which instances are given back. For one thread. */
interface Retriever {

    /** What it is called in results. */
    String way();

    /** Asks for all instances of a study. */
    void study(LedgerStudy study, Arrivals arrivals) throws IOException;

    /** Asks for one instance. */
    void instance(LedgerStudy study, String seriesInstanceUid, String sopInstanceUid, Arrivals arrivals)
            throws IOException;

    /** Takes an instance that came. */
    @FunctionalInterface
    interface Arrivals {
        void arrived(String sopInstanceUid, String digest);
    }
}
