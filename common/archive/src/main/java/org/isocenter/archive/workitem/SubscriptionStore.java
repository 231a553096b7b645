/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.List;
import java.util.Optional;

/** The port to where subscriptions are kept. Safe for use by many threads; fails with STORAGE_UNAVAILABLE. */
public interface SubscriptionStore {

    /** Keeps what an AE says of a work item, in the place of what it said before. */
    void put(String workitemUid, WorkitemSubscription subscription);

    /** What was said of a work item. */
    List<WorkitemSubscription> of(String workitemUid);

    /** Keeps what an AE says of all work items, in the place of what it said before. */
    void put(GlobalSubscription subscription);

    /** What an AE said of all work items. */
    Optional<GlobalSubscription> global(String aet);

    /** What all AEs said of all work items. */
    List<GlobalSubscription> globals();
}
