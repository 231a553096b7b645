/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Instant;
import java.util.List;

import org.isocenter.dicom.data.Attributes;

/**
 * An event report of a work item (PS3.4 CC.2.4) on its way to who subscribed.
 *
 * @param workitemUid the work item
 * @param eventTypeId Event Type ID (0000,1002), 1 to 5
 * @param subscribers AE titles that it is for, of those that had subscribed when it happened; may be none
 * @param information the attributes of the event; not to be changed
 * @param at when it happened
 * @param site the site of the process where it did
 */
public record WorkitemReported(
        String workitemUid,
        int eventTypeId,
        List<String> subscribers,
        Attributes information,
        Instant at,
        String site) {

    public WorkitemReported {
        subscribers = List.copyOf(subscribers);
    }
}
