/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.SopClasses;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.service.concurrent.BlockingExecutor;

/** C-GET SCP (PS3.4 C.4.3): the instances go to the requestor over its own association. Thread-safe. */
@ApplicationScoped
public class GetService implements DimseService {

    private final RetrieveRequests requests;
    private final InstanceSource source;
    private final BlockingExecutor executor;

    /** Of stored objects. */
    public GetService(RetrieveRequests requests, InstanceSource source, BlockingExecutor executor) {
        this.requests = requests;
        this.source = source;
        this.executor = executor;
    }

    @Override
    public Collection<String> sopClasses() {
        return List.of(UID.PatientRootQueryRetrieveInformationModelGet, UID.StudyRootQueryRetrieveInformationModelGet);
    }

    @Override
    public boolean actsAsScu(String sopClass) {
        return SopClasses.isStorage(sopClass);
    }

    /** Requestors of a C-GET may take instances in whatever syntax: what is stored goes through or does not. */
    @Override
    public boolean acceptsTransferSyntax(String sopClass, String transferSyntax) {
        return SopClasses.isStorage(sopClass)
                ? TransferSyntax.of(transferSyntax).isKnown()
                : transferSyntaxes(sopClass).contains(transferSyntax);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        boolean patientRoot = UID.PatientRootQueryRetrieveInformationModelGet.equals(request.affectedSopClassUid());
        Optional<List<InstanceObject>> instances = requests.instances(association, request, patientRoot);
        if (instances.isEmpty()) {
            return;
        }
        RetrieveProgress progress =
                new RetrieveProgress(association, request, instances.get().size());
        new SubOperationSender(source, executor, association, request.priority(), null).send(instances.get(), progress);
        progress.finish();
    }
}
