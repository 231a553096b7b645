/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.util.Optional;

import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;

/**
 * What was rejected because its time was over is shown again, since somebody wants it; what was rejected for other reasons stays
 * hidden. Thread-safe.
 */
public final class StoredAgainByReason implements StoredAgain {

    private final RejectionStore store;
    private final Rejections rejections;

    /** With what restores. */
    public StoredAgainByReason(RejectionStore store, Rejections rejections) {
        this.store = store;
        this.rejections = rejections;
    }

    @Override
    public Kept storedAgain(InstanceUids uids) {
        if (isToBeRestored(store.standing(uids))) {
            rejections.restore(InstanceScope.instance(uids), "store");
        }
        // a deletion may have begun before it could be restored
        return store.standing(uids)
                        .filter(standing -> standing.state() != InstanceState.DELETING
                                && standing.content().isPresent())
                        .isPresent()
                ? Kept.YES
                : Kept.NO;
    }

    private static boolean isToBeRestored(Optional<InstanceStanding> standing) {
        return standing.filter(each -> each.state() == InstanceState.REJECTED)
                .flatMap(InstanceStanding::rejection)
                .filter(rejection -> rejection.reason().endsWhenStoredAgain())
                .isPresent();
    }
}
