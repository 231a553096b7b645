/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.UserInformation;

/**
 * What both sides have agreed on.
 *
 * @param requestor whether we have requested the association
 * @param request what was proposed
 * @param contexts accepted contexts
 * @param peer the peer's user information
 * @param window as agreed, from the requestor's view; 0 is unlimited
 */
record Negotiated(
        boolean requestor,
        AssociationRequest request,
        List<PresentationContext> contexts,
        UserInformation peer,
        AsyncOperationsWindow window) {
    private static final int UNLIMITED = 64;

    Map<Integer, PresentationContext> contextsById() {
        return contexts.stream().collect(Collectors.toUnmodifiableMap(PresentationContext::id, Function.identity()));
    }

    /** Requests that we may have outstanding. */
    int invokedWindow() {
        return limited(requestor ? window.maxInvoked() : window.maxPerformed());
    }

    /** Requests that the peer may have outstanding. */
    int performedWindow() {
        return limited(requestor ? window.maxPerformed() : window.maxInvoked());
    }

    private static int limited(int operations) {
        return operations == 0 ? UNLIMITED : Math.min(operations, UNLIMITED);
    }
}
