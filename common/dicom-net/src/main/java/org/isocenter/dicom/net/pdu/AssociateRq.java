/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 9.3.2).
 *
 * @param protocolVersion one bit for each version that the requestor supports; bit 0 is version 1
 * @param calledAet the called AE title without padding
 * @param callingAet the calling AE title without padding
 * @param applicationContext the application context name
 * @param contexts the proposed presentation contexts
 * @param userInformation the user information item
 */
public record AssociateRq(
        int protocolVersion,
        String calledAet,
        String callingAet,
        String applicationContext,
        List<ProposedContext> contexts,
        UserInformation userInformation)
        implements Pdu {
    /** The DICOM application context name (PS3.7 A.2.1). */
    public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /** The only version of the protocol. */
    public static final int VERSION_1 = 1;

    public AssociateRq {
        contexts = List.copyOf(contexts);
    }

    @Override
    public int type() {
        return ASSOCIATE_RQ;
    }
}
