/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.ProposedContext;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.pdu.UserInformation;
import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssociationRoutingTest {

    static Stream<Arguments> proposals() {
        return Stream.of(
                Arguments.of(Service.INGEST, List.of(UID.CTImageStorage)),
                Arguments.of(Service.INGEST, List.of(UID.Verification, UID.MRImageStorage, UID.CTImageStorage)),
                Arguments.of(Service.INGEST, List.of("1.2.840.113619.4.30")),
                Arguments.of(Service.QUERY, List.of(UID.StudyRootQueryRetrieveInformationModelFind)),
                Arguments.of(
                        Service.QUERY, List.of(UID.Verification, UID.PatientRootQueryRetrieveInformationModelFind)),
                Arguments.of(Service.QUERY, List.of(UID.ModalityWorklistInformationModelFind)),
                Arguments.of(Service.RETRIEVE, List.of(UID.StudyRootQueryRetrieveInformationModelMove)),
                // as DCMTK's movescu proposes
                Arguments.of(
                        Service.RETRIEVE,
                        List.of(
                                UID.PatientRootQueryRetrieveInformationModelFind,
                                UID.PatientRootQueryRetrieveInformationModelMove)),
                Arguments.of(
                        Service.INGEST, List.of(UID.StudyRootQueryRetrieveInformationModelFind, UID.CTImageStorage)));
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void service_followsTheProposedContexts(Service service, List<String> abstractSyntaxes) {
        assertThat(AssociationRouting.service(request(abstractSyntaxes))).contains(service);
    }

    @Test
    void storageThatComesBackFromACGet_isNotIngest() {
        List<String> proposed =
                List.of(UID.CTImageStorage, UID.MRImageStorage, UID.StudyRootQueryRetrieveInformationModelGet);
        assertThat(AssociationRouting.service(request(proposed))).contains(Service.RETRIEVE);
    }

    @Test
    void verificationAlone_isForAny() {
        assertThat(AssociationRouting.service(request(List.of(UID.Verification))))
                .isEmpty();
        assertThat(AssociationRouting.service(request(List.of()))).isEmpty();
    }

    private static AssociateRq request(List<String> abstractSyntaxes) {
        List<ProposedContext> contexts = new ArrayList<>();
        for (String each : abstractSyntaxes) {
            contexts.add(new ProposedContext(2 * contexts.size() + 1, each, List.of(UID.ImplicitVRLittleEndian)));
        }
        List<RoleSelection> roles = abstractSyntaxes.stream()
                .filter(each -> each.equals(UID.MRImageStorage))
                .map(each -> new RoleSelection(each, false, true))
                .toList();
        return new AssociateRq(
                AssociateRq.VERSION_1,
                "ISOCENTER",
                "TEST",
                AssociateRq.DICOM_APPLICATION_CONTEXT,
                contexts,
                new UserInformation(16384, "1.2.3", "", null, roles, List.of(), List.of(), null, null));
    }
}
