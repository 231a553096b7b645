/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

/**
 * How an association that we request behaves.
 *
 * @param timeouts how long the peer is waited for
 * @param services who performs requests that the peer sends, such as C-STORE or N-EVENT-REPORT
 * @param listener hears of it
 */
public record AssociationOptions(Timeouts timeouts, ServiceRegistry services, AssociationListener listener) {
    public static final AssociationOptions DEFAULT =
            new AssociationOptions(Timeouts.DEFAULT, ServiceRegistry.empty(), AssociationListener.NONE);

    public AssociationOptions withTimeouts(Timeouts other) {
        return new AssociationOptions(other, services, listener);
    }

    public AssociationOptions withServices(ServiceRegistry other) {
        return new AssociationOptions(timeouts, other, listener);
    }

    public AssociationOptions withListener(AssociationListener other) {
        return new AssociationOptions(timeouts, services, other);
    }
}
