/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;

/** Answers a C-GET on the same association and a C-MOVE on one to a given endpoint, with a number of instances. */
final class RetrieveService implements DimseService {
    private final int instances;
    private final byte[] dataset;
    private volatile RemoteEndpoint destination;

    RetrieveService(int instances, byte[] dataset) {
        this.instances = instances;
        this.dataset = dataset;
    }

    void setDestination(RemoteEndpoint endpoint) {
        destination = endpoint;
    }

    @Override
    public Collection<String> sopClasses() {
        return Set.of(UID.StudyRootQueryRetrieveInformationModelGet, UID.StudyRootQueryRetrieveInformationModelMove);
    }

    @Override
    public boolean actsAsScu(String sopClass) {
        return sopClass.equals(UID.CTImageStorage);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        request.readDataset();
        if (request.field() == CommandField.C_GET_RQ) {
            send(association, association, request, null);
            return;
        }
        AssociationRequest proposal = AssociationRequest.builder("MOVER", request.moveDestination())
                .context(UID.CTImageStorage, UID.ExplicitVRLittleEndian)
                .build();
        MoveOriginator originator = new MoveOriginator(association.callingAet(), request.messageId());
        try (Association out = AssociationRequestor.connect(destination, proposal)) {
            send(association, out, request, originator);
        }
    }

    private void send(Association association, Association out, DimseRequest request, MoveOriginator originator)
            throws IOException {
        int completed = 0;
        for (int i = 0; i < instances && !request.isCanceled(); i++) {
            DatasetBody body = DatasetBody.of(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
            DimseResponse response =
                    out.cstore(UID.CTImageStorage, "1.2.3.4." + (i + 1), Priority.MEDIUM, originator, body);
            completed += response.status().isSuccess() ? 1 : 0;
            counts(association, request, DimseStatus.PENDING, instances - i - 1, completed);
        }
        DimseStatus last = request.isCanceled() ? DimseStatus.CANCEL : DimseStatus.SUCCESS;
        counts(association, request, last, 0, completed);
    }

    private static void counts(
            Association association, DimseRequest request, DimseStatus status, int remaining, int completed)
            throws IOException {
        association.respond(request, status, (Attributes) null, command -> {
            if (status.isPending()) {
                command.setInt(Tag.NumberOfRemainingSuboperations, VR.US, remaining);
            }
            command.setInt(Tag.NumberOfCompletedSuboperations, VR.US, completed);
            command.setInt(Tag.NumberOfFailedSuboperations, VR.US, 0);
            command.setInt(Tag.NumberOfWarningSuboperations, VR.US, 0);
        });
    }
}
