/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.Optional;

import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;

/** What the row of an instance will be when the change is made that was announced of it. */
sealed interface ExpectedRow {

    /** Whether the row is so, or beyond it. */
    boolean isSeenIn(Optional<InstanceFacts> row);

    static ExpectedRow of(InstanceStored event) {
        return new Content(event.digest());
    }

    static ExpectedRow of(InstanceChanged event) {
        return switch (event.change()) {
            case REJECTED -> new Hidden();
            case RESTORED -> new Shown();
            case DELETED -> new Anything();
        };
    }

    /** This content. While other content is being deleted it is not known yet whether it will be shown. */
    record Content(Digest digest) implements ExpectedRow {
        @Override
        public boolean isSeenIn(Optional<InstanceFacts> row) {
            return row.filter(each -> each.digest().equals(digest) && each.state() != InstanceState.DELETING)
                    .isPresent();
        }
    }

    /** Not shown. It may be rejected before it comes. */
    record Hidden() implements ExpectedRow {
        @Override
        public boolean isSeenIn(Optional<InstanceFacts> row) {
            return row.filter(each -> each.state() == InstanceState.ACTIVE).isEmpty();
        }
    }

    /** Shown, if there is anything to be shown. */
    record Shown() implements ExpectedRow {
        @Override
        public boolean isSeenIn(Optional<InstanceFacts> row) {
            return row.filter(each -> each.state() != InstanceState.ACTIVE).isEmpty();
        }
    }

    /** Of no matter: it was hidden before. */
    record Anything() implements ExpectedRow {
        @Override
        public boolean isSeenIn(Optional<InstanceFacts> row) {
            return true;
        }
    }
}
