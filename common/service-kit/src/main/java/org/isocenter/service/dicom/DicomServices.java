/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.isocenter.dicom.net.VerificationService;

/** DIMSE services that every DICOM port has. */
@ApplicationScoped
public class DicomServices {

    /** C-ECHO: whoever may associate may ask whether we are there. */
    @Produces
    @ApplicationScoped
    VerificationService verification() {
        return new VerificationService();
    }
}
