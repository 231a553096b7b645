/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.util.Collection;

import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.dict.SopClasses;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.ServiceOffer;

/**
 * What ingest performs: storage.
 *
 * @param unlisted whether storage classes that the standard does not list are taken in
 */
record IngestOffer(boolean unlisted) implements ServiceOffer {

    @Override
    public Collection<String> sopClasses() {
        return SopClasses.storage();
    }

    @Override
    public boolean acceptsTransferSyntax(String sopClass, String transferSyntax) {
        return TransferSyntax.of(transferSyntax).isKnown();
    }

    @Override
    public boolean prefersRequestorOrder(String sopClass) {
        return true;
    }

    @Override
    public boolean acceptsUnlisted(String sopClass) {
        return unlisted && Dictionary.uidName(sopClass).equals(sopClass);
    }
}
