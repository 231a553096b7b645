/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

import org.isocenter.dicom.data.UID;

/** Answers C-ECHO (PS3.4 A). */
public final class VerificationService implements DimseService {
    @Override
    public Collection<String> sopClasses() {
        return Set.of(UID.Verification);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        boolean echo = request.field() == CommandField.C_ECHO_RQ;
        association.respond(request, echo ? DimseStatus.SUCCESS : DimseStatus.UNRECOGNIZED_OPERATION);
    }
}
