/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * A patient: identifiers of two hospitals never meet, since each has its issuer.
 *
 * @param issuer Issuer of Patient ID (0010,0021), or the site that the instance came from
 * @param patientId Patient ID (0010,0020); empty when the data set has none
 */
public record PatientKey(String issuer, String patientId) {

    /** Four times what a value of VR LO may have (PS3.5 table 6.2-1): keys of rows and of the index are bounded. */
    private static final int MAX_LENGTH = 256;

    public PatientKey {
        issuer = bounded(issuer);
        patientId = bounded(patientId);
    }

    /** The patient of a data set that was received at a site, which stands for the issuer if none is named. */
    public static PatientKey of(Attributes attributes, String site) {
        return new PatientKey(
                attributes.getString(Tag.IssuerOfPatientID, site == null ? "" : site),
                attributes.getString(Tag.PatientID, ""));
    }

    private static String bounded(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
