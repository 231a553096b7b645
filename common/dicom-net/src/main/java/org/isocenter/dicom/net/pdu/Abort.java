/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * A-ABORT (PS3.8 9.3.8). Holds what was received, known or not.
 *
 * @param source 0 service-user, 2 service-provider
 * @param reason the reason; 0 when the source is the service-user
 */
public record Abort(int source, int reason) implements Pdu {
    public static final int SERVICE_USER = 0;
    public static final int SERVICE_PROVIDER = 2;

    public static final Abort BY_USER = new Abort(SERVICE_USER, 0);
    public static final Abort REASON_NOT_SPECIFIED = new Abort(SERVICE_PROVIDER, 0);
    public static final Abort UNRECOGNIZED_PDU = new Abort(SERVICE_PROVIDER, 1);
    public static final Abort UNEXPECTED_PDU = new Abort(SERVICE_PROVIDER, 2);
    public static final Abort UNRECOGNIZED_PDU_PARAMETER = new Abort(SERVICE_PROVIDER, 4);
    public static final Abort UNEXPECTED_PDU_PARAMETER = new Abort(SERVICE_PROVIDER, 5);
    public static final Abort INVALID_PDU_PARAMETER = new Abort(SERVICE_PROVIDER, 6);

    @Override
    public int type() {
        return ABORT;
    }

    @Override
    public String toString() {
        return "A-ABORT[source=" + source + ", reason=" + reason + ' ' + meaning() + ']';
    }

    private String meaning() {
        if (source == SERVICE_USER) {
            return "service-user";
        }
        return switch (reason) {
            case 0 -> "reason-not-specified";
            case 1 -> "unrecognized-PDU";
            case 2 -> "unexpected-PDU";
            case 4 -> "unrecognized-PDU-parameter";
            case 5 -> "unexpected-PDU-parameter";
            case 6 -> "invalid-PDU-parameter-value";
            default -> "unknown";
        };
    }
}
