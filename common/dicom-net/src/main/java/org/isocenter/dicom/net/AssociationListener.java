/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.time.Duration;

import org.isocenter.dicom.net.pdu.AssociateRj;

/** Hears what happens, for metrics and logs. Calls are made on the associations' threads and should be quick. */
public interface AssociationListener {
    /** Hears nothing. */
    AssociationListener NONE = new AssociationListener() {};

    /** An association has been established. */
    default void opened(Association association) {}

    /** An association has ended. */
    default void closed(Association association, CloseReason reason) {}

    /** A proposed association has been rejected. */
    default void rejected(AssociationRequest request, AssociateRj rejection) {}

    /** A request has got its final response; the duration is from the command's arrival to the response's sending. */
    default void performed(Association association, DimseRequest request, DimseStatus status, Duration duration) {}

    /** How an association ended. */
    enum CloseReason {
        /** Released by either side. */
        RELEASED,
        /** Aborted by us or by the peer. */
        ABORTED,
        /** The connection broke. */
        CONNECTION_LOST
    }
}
