/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.util.Optional;

/**
 * How it stands with an instance: whether it is shown, and what there is of it.
 *
 * @param uids its identifiers
 * @param changes how often this has changed; a change is made only of the standing that was seen
 * @param state whether it is shown
 * @param rejection the last one, in force unless the state is ACTIVE
 * @param erased what is being deleted; empty unless the state is DELETING
 * @param content what is kept; empty if it was rejected before it came, or is deleted
 */
public record InstanceStanding(
        InstanceUids uids,
        long changes,
        InstanceState state,
        Optional<Rejection> rejection,
        Optional<KeptContent> erased,
        Optional<KeptContent> content) {

    /** Of an instance that nothing is known of. */
    public static InstanceStanding unknown(InstanceUids uids) {
        return new InstanceStanding(
                uids, 0, InstanceState.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Rejected from now on. */
    public InstanceStanding rejected(Rejection why) {
        return next(InstanceState.REJECTED, Optional.of(why), Optional.empty());
    }

    /** Shown again. The last rejection is remembered, so that its note is not applied a second time. */
    public InstanceStanding restored() {
        return next(InstanceState.ACTIVE, rejection, Optional.empty());
    }

    /** Its content is going to be deleted. */
    public InstanceStanding deleting() {
        return next(InstanceState.DELETING, rejection, content);
    }

    /** Its content is deleted. What was rejected stays so, unless a later store is to be shown. */
    public InstanceStanding deleted() {
        boolean over = rejection.isEmpty() || rejection.get().reason().endsWhenStoredAgain();
        return over
                ? next(InstanceState.ACTIVE, Optional.empty(), Optional.empty())
                : next(InstanceState.REJECTED, rejection, Optional.empty());
    }

    private InstanceStanding next(InstanceState newState, Optional<Rejection> last, Optional<KeptContent> going) {
        return new InstanceStanding(uids, changes + 1, newState, last, going, content);
    }
}
