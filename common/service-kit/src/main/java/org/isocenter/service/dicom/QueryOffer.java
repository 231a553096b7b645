/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.util.Collection;
import java.util.List;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.ServiceOffer;

/** What query performs: C-FIND. */
record QueryOffer() implements ServiceOffer {

    @Override
    public Collection<String> sopClasses() {
        return List.of(
                UID.StudyRootQueryRetrieveInformationModelFind, UID.PatientRootQueryRetrieveInformationModelFind);
    }

    @Override
    public byte[] negotiateExtended(String sopClass, byte[] requested) {
        return FindOptions.agree(requested);
    }
}
