/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.value.DicomDateTime;

/**
 * A work item at one moment.
 *
 * @param uid its SOP Instance UID
 * @param state its state, also in the attributes
 * @param transactionUid by which it was claimed, or empty; never shown to anybody
 * @param attributes all others; not to be changed
 * @param revision another one, and a greater one, with each change; microseconds since 1970, roughly
 * @param createdAt when it came
 * @param changedAt when it was changed last
 */
public record Workitem(
        String uid,
        WorkitemState state,
        String transactionUid,
        Attributes attributes,
        long revision,
        Instant createdAt,
        Instant changedAt) {

    /** The day (UTC) that it is scheduled for, by which it is kept apart from others. */
    public LocalDate day() {
        return DicomDateTime.parse(attributes.getString(Tag.ScheduledProcedureStepStartDateTime))
                .map(start -> LocalDate.ofInstant(start.firstInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH);
    }

    /** The next one, with other attributes. */
    Workitem changed(WorkitemState newState, String newTransactionUid, Attributes newAttributes, Instant now) {
        return new Workitem(
                uid, newState, newTransactionUid, newAttributes, Revision.after(revision, now), createdAt, now);
    }
}
