/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.DimseStatus;

/** Reads every data set that comes, as an identifier if it is one, and answers with success. */
final class Sink implements DimseService {

    /** PS3.7 E.1. */
    private static final int NO_DATASET = 0x0101;

    private final Consumer<Throwable> unexpected;

    Sink(Consumer<Throwable> unexpected) {
        this.unexpected = unexpected;
    }

    @Override
    public Collection<String> sopClasses() {
        return Set.of(
                UID.CTImageStorage,
                UID.StudyRootQueryRetrieveInformationModelFind,
                UID.StudyRootQueryRetrieveInformationModelGet,
                UID.ModalityPerformedProcedureStep);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        if (request.command().getInt(Tag.CommandDataSetType, NO_DATASET) != NO_DATASET) {
            decode(request);
        }
        association.respond(request, DimseStatus.SUCCESS);
    }

    /** What it throws unexpectedly would be answered with a failure, and forgotten. */
    private void decode(DimseRequest request) throws IOException {
        try {
            Values.decodeAll(request.readDataset());
        } catch (RuntimeException | Error e) {
            unexpected.accept(e);
            throw e;
        }
    }
}
