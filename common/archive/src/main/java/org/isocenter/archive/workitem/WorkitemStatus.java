/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

/**
 * How an operation on a work item ended: the status codes of PS3.4 CC.2.1 to CC.2.9, with the words that PS3.18 11 gives them where
 * it does. Edges map them to their protocol.
 */
public enum WorkitemStatus {
    DUPLICATE(0x0111, "The Workitem exists already."),
    MISSING_ATTRIBUTE(0x0120, "An attribute that is required is absent."),
    MISSING_ATTRIBUTE_VALUE(0x0121, "An attribute that is required has no value."),
    INVALID_ATTRIBUTE_VALUE(0x0106, "An attribute has a value that it may not have."),
    ATTRIBUTE_NOT_ALLOWED(0x0105, "An attribute may not be set."),
    CREATED_WITH_MODIFICATIONS(0xB300, "The Workitem was created with modifications."),
    UPDATED_WITH_MODIFICATIONS(0xB305, "The Workitem was updated with modifications."),
    DELETION_LOCK_NOT_GRANTED(0xB301, "Deletion Lock not granted."),
    ALREADY_CANCELED(0xB304, "The UPS is already in the requested state of CANCELED."),
    ALREADY_COMPLETED(0xB306, "The UPS is already in the requested state of COMPLETED."),
    NO_LONGER_UPDATED(0xC300, "The submitted request is inconsistent with the current state of the Workitem."),
    TRANSACTION_UID_MISSING(0xC301, "The Transaction UID is missing."),
    TRANSACTION_UID_INCORRECT(0xC301, "The Transaction UID is incorrect."),
    ALREADY_IN_PROGRESS(0xC302, "The submitted request is inconsistent with the state of the UPS Instance."),
    NEVER_SCHEDULED_AGAIN(0xC303, "The submitted request is inconsistent with the state of the UPS Instance."),
    FINAL_STATE_NOT_MET(0xC304, "The requirements of the final state are not met."),
    NOT_FOUND(0xC307, "There is no such Workitem."),
    GONE(0xC307, "The Workitem existed and was deleted."),
    NOT_SUBSCRIBED(0xC307, "There is no such Subscription."),
    RECEIVER_UNKNOWN(0xC308, "The AE title of the subscriber cannot be one."),
    NOT_CREATED_SCHEDULED(0xC309, "A Workitem is created in the state SCHEDULED."),
    NOT_YET_IN_PROGRESS(0xC310, "The target URI did not reference a claimed Workitem."),
    NOT_CANCELED_WHEN_COMPLETED(0xC311, "The UPS is already COMPLETED."),
    ACTION_NOT_APPROPRIATE(0xC314, "The action does not fit the instance."),
    TOO_MUCH_CONTENTION(0x0110, "Others change the Workitem at the same time, again and again.");

    private final int dimseStatus;
    private final String text;

    WorkitemStatus(int dimseStatus, String text) {
        this.dimseStatus = dimseStatus;
        this.text = text;
    }

    /** The status (0000,0900) of a DIMSE response. */
    public int dimseStatus() {
        return dimseStatus;
    }

    /** For a client. */
    public String text() {
        return text;
    }
}
