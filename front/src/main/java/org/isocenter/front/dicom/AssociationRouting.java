/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.front.replica.Service;

/**
 * Which service takes an association, by the presentation contexts that are proposed (PS3.8 9.3.2.2). Each takes the contexts of the
 * others as well and relays what is requested in them, so the choice is of the one that has most to perform itself: an association
 * for C-MOVE or C-GET goes to retrieve, whose images take the most room; else one that stores goes to ingest; else one that searches
 * to query. Verification alone is for any.
 */
final class AssociationRouting {

    private static final Set<String> RETRIEVE = Set.of(
            UID.PatientRootQueryRetrieveInformationModelMove,
            UID.PatientRootQueryRetrieveInformationModelGet,
            UID.StudyRootQueryRetrieveInformationModelMove,
            UID.StudyRootQueryRetrieveInformationModelGet,
            UID.PatientStudyOnlyQueryRetrieveInformationModelMove,
            UID.PatientStudyOnlyQueryRetrieveInformationModelGet,
            UID.CompositeInstanceRootRetrieveMove,
            UID.CompositeInstanceRootRetrieveGet,
            UID.CompositeInstanceRetrieveWithoutBulkDataGet);

    private static final Set<String> QUERY = Set.of(
            UID.PatientRootQueryRetrieveInformationModelFind,
            UID.StudyRootQueryRetrieveInformationModelFind,
            UID.PatientStudyOnlyQueryRetrieveInformationModelFind,
            UID.ModalityWorklistInformationModelFind);

    private AssociationRouting() {}

    /** The service; empty if any will do. */
    static Optional<Service> service(AssociateRq request) {
        List<String> abstractSyntaxes =
                request.contexts().stream().map(ProposedContext::abstractSyntax).toList();
        if (abstractSyntaxes.stream().anyMatch(RETRIEVE::contains)) {
            return Optional.of(Service.RETRIEVE);
        }
        if (abstractSyntaxes.stream().anyMatch(AssociationRouting::isStored)) {
            return Optional.of(Service.INGEST);
        }
        return abstractSyntaxes.stream().anyMatch(QUERY::contains) ? Optional.of(Service.QUERY) : Optional.empty();
    }

    /** What is neither searched nor verified is stored, private SOP classes among it: ingest knows which it takes. */
    private static boolean isStored(String abstractSyntax) {
        return !QUERY.contains(abstractSyntax) && !abstractSyntax.equals(UID.Verification);
    }
}
