/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

class InMemoryCorrectionsTest extends CorrectionStoreContract {

    private final InMemoryCorrections store = new InMemoryCorrections();

    @Override
    protected CorrectionStore store() {
        return store;
    }
}
