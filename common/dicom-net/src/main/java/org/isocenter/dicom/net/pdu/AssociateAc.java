/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-AC (PS3.8 9.3.3).
 *
 * @param protocolVersion one bit for each version; bit 0 is version 1
 * @param calledAet the called AE title as it was received; not tested by the receiver
 * @param callingAet the calling AE title as it was received; not tested by the receiver
 * @param applicationContext the application context name
 * @param contexts the answer to each proposed context
 * @param userInformation the user information item
 */
public record AssociateAc(
        int protocolVersion,
        String calledAet,
        String callingAet,
        String applicationContext,
        List<ContextResult> contexts,
        UserInformation userInformation)
        implements Pdu {
    public AssociateAc {
        contexts = List.copyOf(contexts);
    }

    @Override
    public int type() {
        return ASSOCIATE_AC;
    }
}
