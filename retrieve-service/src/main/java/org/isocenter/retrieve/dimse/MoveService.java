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
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.MoveOriginator;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.config.DicomConfig;
import org.jboss.logging.Logger;

/** C-MOVE SCP (PS3.4 C.4.2): the instances go to a configured destination over associations of ours. Thread-safe. */
@ApplicationScoped
public class MoveService implements DimseService {

    private static final Logger LOG = Logger.getLogger(MoveService.class);
    private static final int OUTSTANDING = 8;

    private final RetrieveRequests requests;
    private final InstanceSource source;
    private final BlockingExecutor executor;
    private final RetrieveConfig destinations;
    private final DicomConfig dicom;

    /** To the destinations of the configuration. */
    public MoveService(
            RetrieveRequests requests,
            InstanceSource source,
            BlockingExecutor executor,
            RetrieveConfig destinations,
            DicomConfig dicom) {
        this.requests = requests;
        this.source = source;
        this.executor = executor;
        this.destinations = destinations;
        this.dicom = dicom;
    }

    @Override
    public Collection<String> sopClasses() {
        return List.of(
                UID.PatientRootQueryRetrieveInformationModelMove, UID.StudyRootQueryRetrieveInformationModelMove);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        String destinationAet = request.moveDestination();
        Optional<RemoteEndpoint> destination = Optional.ofNullable(destinationAet)
                .map(aet -> destinations.destinations().get(aet))
                .map(MoveService::endpoint);
        if (destination.isEmpty()) {
            RetrieveRequests.refuse(
                    association,
                    request,
                    DimseStatus.MOVE_DESTINATION_UNKNOWN.code(),
                    "The move destination is not configured.");
            return;
        }
        boolean patientRoot = UID.PatientRootQueryRetrieveInformationModelMove.equals(request.affectedSopClassUid());
        Optional<List<InstanceObject>> instances = requests.instances(association, request, patientRoot);
        if (instances.isEmpty()) {
            return;
        }
        RetrieveProgress progress =
                new RetrieveProgress(association, request, instances.get().size());
        if (!instances.get().isEmpty()) {
            MoveOriginator originator = new MoveOriginator(association.callingAet(), request.messageId());
            for (MoveContexts.Plan plan : MoveContexts.of(instances.get())) {
                move(plan, destination.get(), originator, request, progress);
            }
        }
        progress.finish();
    }

    private void move(
            MoveContexts.Plan plan,
            RemoteEndpoint endpoint,
            MoveOriginator originator,
            DimseRequest request,
            RetrieveProgress progress)
            throws IOException {
        Association destination;
        try {
            destination = AssociationRequestor.connect(
                    endpoint, plan.request(dicom.ownAet(), request.moveDestination(), OUTSTANDING));
        } catch (IOException e) {
            LOG.warnf(
                    "C-MOVE: no association with %s at %s:%d: %s",
                    request.moveDestination(), endpoint.host(), endpoint.port(), e.getMessage());
            plan.instances()
                    .forEach(each -> progress.counts().failed(each.uids().sopInstanceUid()));
            return;
        }
        try (destination) {
            new SubOperationSender(source, executor, destination, request.priority(), originator)
                    .send(plan.instances(), progress);
        }
    }

    private static RemoteEndpoint endpoint(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("isocenter.move.destinations: not host:port: " + hostAndPort);
        }
        return new RemoteEndpoint(hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
