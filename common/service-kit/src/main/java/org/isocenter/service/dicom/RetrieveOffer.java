/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.util.Collection;
import java.util.List;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.SopClasses;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.ServiceOffer;

/** What retrieve performs: C-MOVE, and C-GET with C-STORE towards the requestor. */
record RetrieveOffer() implements ServiceOffer {

    @Override
    public Collection<String> sopClasses() {
        return List.of(
                UID.PatientRootQueryRetrieveInformationModelMove,
                UID.StudyRootQueryRetrieveInformationModelMove,
                UID.PatientRootQueryRetrieveInformationModelGet,
                UID.StudyRootQueryRetrieveInformationModelGet);
    }

    @Override
    public boolean actsAsScu(String sopClass) {
        return SopClasses.isStorage(sopClass);
    }

    @Override
    public boolean acceptsTransferSyntax(String sopClass, String transferSyntax) {
        return SopClasses.isStorage(sopClass)
                ? TransferSyntax.of(transferSyntax).isKnown()
                : transferSyntaxes(sopClass).contains(transferSyntax);
    }
}
