/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

/** Event types of the UPS Event SOP class (PS3.4 table CC.2.4-1). */
public enum EventType {
    STATE_REPORT(1),
    CANCEL_REQUESTED(2),
    PROGRESS_REPORT(3),
    ASSIGNED(5);

    private final int id;

    EventType(int id) {
        this.id = id;
    }

    /** Event Type ID (0000,1002). */
    public int id() {
        return id;
    }
}
