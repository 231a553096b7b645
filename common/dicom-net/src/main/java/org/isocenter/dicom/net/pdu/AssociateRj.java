/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * A-ASSOCIATE-RJ (PS3.8 9.3.4). Holds what was received, known or not.
 *
 * @param result 1 rejected-permanent, 2 rejected-transient
 * @param source 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation)
 * @param reason the reason, whose meaning depends on the source
 */
public record AssociateRj(int result, int source, int reason) implements Pdu {
    public static final int PERMANENT = 1;
    public static final int TRANSIENT = 2;

    public static final AssociateRj NO_REASON = new AssociateRj(PERMANENT, 1, 1);
    public static final AssociateRj APPLICATION_CONTEXT_NOT_SUPPORTED = new AssociateRj(PERMANENT, 1, 2);
    public static final AssociateRj CALLING_AE_TITLE_NOT_RECOGNIZED = new AssociateRj(PERMANENT, 1, 3);
    public static final AssociateRj CALLED_AE_TITLE_NOT_RECOGNIZED = new AssociateRj(PERMANENT, 1, 7);
    public static final AssociateRj NO_REASON_ACSE = new AssociateRj(PERMANENT, 2, 1);
    public static final AssociateRj PROTOCOL_VERSION_NOT_SUPPORTED = new AssociateRj(PERMANENT, 2, 2);
    public static final AssociateRj TEMPORARY_CONGESTION = new AssociateRj(TRANSIENT, 3, 1);
    public static final AssociateRj LOCAL_LIMIT_EXCEEDED = new AssociateRj(TRANSIENT, 3, 2);

    /** Whether it may be worth to try again. */
    public boolean isTransient() {
        return result == TRANSIENT;
    }

    @Override
    public int type() {
        return ASSOCIATE_RJ;
    }

    @Override
    public String toString() {
        return "A-ASSOCIATE-RJ[result=" + result + ", source=" + source + ", reason=" + reason + ' ' + meaning() + ']';
    }

    private String meaning() {
        return switch (source << 8 | reason) {
            case 0x101, 0x201 -> "no-reason-given";
            case 0x102 -> "application-context-name-not-supported";
            case 0x103 -> "calling-AE-title-not-recognized";
            case 0x107 -> "called-AE-title-not-recognized";
            case 0x202 -> "protocol-version-not-supported";
            case 0x301 -> "temporary-congestion";
            case 0x302 -> "local-limit-exceeded";
            default -> "unknown";
        };
    }
}
