/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

/** How a replica was when it was last asked, from good to bad. */
public enum Health {
    /** Ready. */
    UP,
    /** Not asked yet. */
    UNKNOWN,
    /** It takes connections and does not answer in time: it stands still, or the machine is overloaded. */
    SILENT,
    /** It answers that it is not ready: it drains, starts, or lacks an engine. */
    UNREADY,
    /** Nobody listens. */
    DOWN;

    /** Whether a request may be tried there when no replica is up: better late than refused. */
    boolean isLastResort() {
        return this == UNKNOWN || this == SILENT;
    }

    /** The worse of the two. */
    Health worst(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
