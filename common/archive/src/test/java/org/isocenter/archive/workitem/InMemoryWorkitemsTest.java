/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

/** The fake keeps to the same contract, else what stands on it proves nothing. */
class InMemoryWorkitemsTest extends WorkitemStoreContract {

    private final InMemoryWorkitems memory = new InMemoryWorkitems();

    @Override
    protected WorkitemStore store() {
        return memory;
    }

    @Override
    protected SubscriptionStore subscriptions() {
        return memory;
    }
}
