/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;
import org.isocenter.dicom.net.relay.RelayPeers;
import org.isocenter.dicom.net.relay.RelaySeal;
import org.isocenter.dicom.net.relay.RelayService;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a relayed association is believed to be from. */
@Timeout(60)
class RelaySealTest {
    private static final String SOP_CLASS = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void originalAddress_isBelievedWithTheSecret() throws Exception {
        assertThat(seal("secret", NOW).originalAddress(relayed("secret"))).contains(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void originalAddress_isNotBelievedOtherwise() throws Exception {
        AssociationRequest request = relayed("secret");
        assertThat(seal("other", NOW).originalAddress(request)).isEmpty();
        assertThat(seal("", NOW).originalAddress(request)).isEmpty();
        assertThat(seal("secret", NOW.plus(Duration.ofMinutes(6))).originalAddress(request))
                .isEmpty();
        AssociationRequest otherTitle =
                new AssociationRequest("OTHER", request.calledAet(), request.contexts(), request.userInformation());
        assertThat(seal("secret", NOW).originalAddress(otherTitle)).isEmpty();
        assertThat(seal("secret", NOW).originalAddress(relayed(""))).isEmpty();
    }

    @Test
    void mark_ofAnyBytes_isAMarkAndNoAddress() {
        for (int length : new int[] {0, 1, 8, 9, 13, 40, 41, 42, 45, 57, 1000}) {
            AssociationRequest request = AssociationRequest.builder("A", "B")
                    .context(SOP_CLASS, UID.ImplicitVRLittleEndian)
                    .extended(RelaySeal.MARK_UID, new byte[length])
                    .build();
            assertThat(RelaySeal.isMarked(request)).isTrue();
            assertThat(seal("secret", NOW).originalAddress(request)).isEmpty();
        }
    }

    @Test
    void relayedAssociation_bearsTheExtendedNegotiationOfTheRequestor() throws Exception {
        assertThat(relayed("secret").userInformation().extended())
                .extracting(ExtendedNegotiation::sopClassUid)
                .containsExactly(SOP_CLASS, RelaySeal.MARK_UID);
    }

    private static RelaySeal seal(String secret, Instant now) {
        return RelaySeal.of(secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What a relay with a secret has proposed. */
    private static AssociationRequest relayed(String secret) throws Exception {
        FindService find = new FindService(1, 0);
        AtomicReference<AssociationRequest> seen = new AtomicReference<>();
        DimseServerConfig.Builder config = DimseServerConfig.builder().policy((request, address) -> {
            seen.set(request);
            return AssociationPolicy.Decision.ACCEPT;
        });
        RelaySettings settings = new RelaySettings(seal(secret, NOW), TestServer.SHORT);
        AssociationRequest.Builder request = AssociationRequest.builder("SCU", "SCP")
                .context(SOP_CLASS, UID.ImplicitVRLittleEndian)
                .extended(SOP_CLASS, new byte[] {1});
        try (TestServer owner = new TestServer(config, find);
                TestServer server = new TestServer(
                        new RelayService(find, new RelayPeers("owner", List.of(owner.endpoint())), settings));
                Association association = server.connect(request)) {
            Attributes identifier = new Attributes();
            association.cfind(SOP_CLASS, Priority.MEDIUM, identifier).readAll();
        }
        return seen.get();
    }
}
