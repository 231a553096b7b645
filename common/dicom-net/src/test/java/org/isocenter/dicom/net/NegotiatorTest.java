/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.pdu.AsyncOperationsWindow;
import org.isocenter.dicom.net.pdu.CommonExtendedNegotiation;
import org.isocenter.dicom.net.pdu.ContextResult;
import org.isocenter.dicom.net.pdu.RoleSelection;
import org.isocenter.dicom.net.pdu.UserIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NegotiatorTest {
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String IMPLICIT = UID.ImplicitVRLittleEndian;
    private static final String EXPLICIT = UID.ExplicitVRLittleEndian;
    private static final String PRIVATE_SOP = "1.2.3.4.5.6";
    private static final byte[] NO_RESPONSE = {};

    private final Negotiator negotiator = new Negotiator(
            ServiceRegistry.of(
                    service(false, UID.CTImageStorage), service(false, FIND), new RecordingService(UID.MRImageStorage)),
            65536,
            8);

    @Test
    void storage_takesTheRequestorsFirst() {
        assertThat(results(request().context(UID.CTImageStorage, IMPLICIT, EXPLICIT)))
                .containsExactly(new ContextResult(1, ContextResult.ACCEPTANCE, IMPLICIT));
    }

    @Test
    void query_takesTheServicesFirst() {
        assertThat(results(request().context(FIND, IMPLICIT, EXPLICIT)))
                .containsExactly(new ContextResult(1, ContextResult.ACCEPTANCE, EXPLICIT));
    }

    @Test
    void unknownSyntaxes_areRefusedEachForItsReason() {
        assertThat(results(request().context(PRIVATE_SOP, IMPLICIT).context(FIND, "1.2.3")))
                .extracting(ContextResult::result)
                .containsExactly(
                        ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED, ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED);
    }

    @Test
    void unlistedSopClass_isTakenByAServiceThatSaysSo() {
        Negotiator lenient = new Negotiator(ServiceRegistry.of(service(true, UID.CTImageStorage)), 65536, 8);
        assertThat(lenient.answer(
                                request().context(PRIVATE_SOP, IMPLICIT).build().toPdu(), NO_RESPONSE)
                        .accept()
                        .contexts())
                .containsExactly(new ContextResult(1, ContextResult.ACCEPTANCE, IMPLICIT));
    }

    @Test
    void specializedSopClass_isTakenAsItsGeneralOne() {
        AssociationRequest.Builder request = request()
                .context(PRIVATE_SOP, IMPLICIT)
                .commonExtended(new CommonExtendedNegotiation(
                        PRIVATE_SOP, CommonExtendedNegotiation.STORAGE_SERVICE_CLASS, List.of(UID.CTImageStorage)));
        assertThat(results(request)).allMatch(ContextResult::isAccepted);
    }

    @Test
    void roles_areAgreedToWhereAServiceTakesTheCounterpart() {
        Negotiator.Answer answer = answer(request()
                .context(UID.MRImageStorage, IMPLICIT)
                .role(UID.MRImageStorage, false, true)
                .context(UID.CTImageStorage, IMPLICIT)
                .role(UID.CTImageStorage, true, true));
        assertThat(answer.accept().userInformation().roles())
                .containsExactly(
                        new RoleSelection(UID.MRImageStorage, false, true),
                        new RoleSelection(UID.CTImageStorage, true, false));
        PresentationContext mr = answer.negotiated().contexts().get(0);
        assertThat(mr.localScu()).isTrue();
        assertThat(mr.localScp()).isFalse();
    }

    @Test
    void window_isTheSmallerOfBoth() {
        Negotiator.Answer answer = answer(request().context(FIND, IMPLICIT).asyncOperations(0, 3));
        assertThat(answer.accept().userInformation().asyncOperationsWindow())
                .isEqualTo(new AsyncOperationsWindow(8, 3));
        assertThat(answer.negotiated().performedWindow()).isEqualTo(8);
        assertThat(answer.negotiated().invokedWindow()).isEqualTo(3);
    }

    @Test
    void withoutAWindow_oneAtATime() {
        Negotiator.Answer answer = answer(request().context(FIND, IMPLICIT));
        assertThat(answer.accept().userInformation().asyncOperationsWindow()).isNull();
        assertThat(answer.negotiated().performedWindow()).isEqualTo(1);
    }

    @Test
    void extendedNegotiation_isAnsweredByTheService() {
        Negotiator.Answer answer = answer(request()
                .context(FIND, IMPLICIT)
                .extended(FIND, new byte[] {1, 1})
                .extended(PRIVATE_SOP, new byte[] {1}));
        assertThat(answer.accept().userInformation().extended())
                .singleElement()
                .satisfies(e -> assertThat(e.information()).containsExactly(1, 0));
    }

    @Test
    void identity_isAnsweredWhenAskedFor() {
        UserIdentity asking = new UserIdentity(UserIdentity.JSON_WEB_TOKEN, true, new byte[] {1}, NO_RESPONSE);
        UserIdentity silent = new UserIdentity(UserIdentity.JSON_WEB_TOKEN, false, new byte[] {1}, NO_RESPONSE);
        assertThat(answer(request().context(FIND, IMPLICIT).userIdentity(asking))
                        .accept()
                        .userInformation()
                        .userIdentityResponse())
                .isEmpty();
        assertThat(answer(request().context(FIND, IMPLICIT).userIdentity(silent))
                        .accept()
                        .userInformation()
                        .userIdentityResponse())
                .isNull();
    }

    private static AssociationRequest.Builder request() {
        return AssociationRequest.builder("SCU", "SCP");
    }

    private Negotiator.Answer answer(AssociationRequest.Builder request) {
        return negotiator.answer(request.build().toPdu(), NO_RESPONSE);
    }

    private List<ContextResult> results(AssociationRequest.Builder request) {
        return answer(request).accept().contexts();
    }

    private static DimseService service(boolean unlisted, String sopClass) {
        return new DimseService() {
            @Override
            public Collection<String> sopClasses() {
                return Set.of(sopClass);
            }

            @Override
            public Set<String> transferSyntaxes(String requested) {
                return new LinkedHashSet<>(List.of(EXPLICIT, IMPLICIT));
            }

            @Override
            public boolean acceptsUnlisted(String requested) {
                return unlisted;
            }

            @Override
            public byte[] negotiateExtended(String requested, byte[] information) {
                return new byte[] {information[0], 0};
            }

            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                association.respond(request, DimseStatus.SUCCESS);
            }
        };
    }
}
