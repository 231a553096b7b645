/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.AssociationPolicy.Decision;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.UserIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom the server takes, for how long, and how it stops. */
@Timeout(60)
class DimseServerTest {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

    @Test
    void unknownCalledAet_isRejected() throws IOException {
        try (TestServer server = new TestServer(config().aeTitles("ISOCENTER"), new VerificationService())) {
            assertRejected(server, "OTHER", AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
            connect(server, "ISOCENTER").close();
            assertThat(server.events.countRejected()).isEqualTo(1);
        }
    }

    @Test
    void policy_rejectsAndSeesTheIdentity() throws IOException {
        AssociationPolicy policy = (request, address) -> {
            UserIdentity identity = request.userInformation().userIdentity();
            boolean known = identity != null && identity.primaryText().equals("alice");
            return known && address.getAddress().isLoopbackAddress()
                    ? Decision.ACCEPT
                    : Decision.reject(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
        };
        try (TestServer server = new TestServer(config().policy(policy), new VerificationService())) {
            assertRejected(server, "SCP", AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
            UserIdentity alice =
                    new UserIdentity(UserIdentity.USERNAME, true, new byte[] {'a', 'l', 'i', 'c', 'e'}, new byte[0]);
            try (Association association = server.connect(request("SCP").userIdentity(alice))) {
                assertThat(association.peer().userIdentityResponse()).isEmpty();
                assertThat(association.cecho().status().isSuccess()).isTrue();
            }
        }
    }

    @Test
    void limits_rejectForAWhile() throws Exception {
        try (TestServer server =
                new TestServer(config().maxAssociations(3).maxAssociationsPerAet(2), new VerificationService())) {
            Association first = connect(server, "SCP");
            try (Association second = connect(server, "SCP")) {
                assertRejected(server, "SCP", AssociateRj.LOCAL_LIMIT_EXCEEDED);
                assertThat(second.isOpen()).isTrue();
            }
            first.close();
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.RELEASED);
            awaitAssociations(server, 0);
            connect(server, "SCP").close();
        }
    }

    @Test
    void idleAssociation_isEnded() throws Exception {
        Timeouts timeouts = TestServer.SHORT.withIdle(Duration.ofMillis(300));
        try (TestServer server = new TestServer(config().timeouts(timeouts), new VerificationService());
                Association association = connect(server, "SCP")) {
            assertThat(association.cecho().status().isSuccess()).isTrue();
            assertThat(server.events.awaitClosed()).isNotNull();
            assertThatThrownBy(association::cecho).isInstanceOf(IOException.class);
        }
    }

    @Test
    void busyAssociation_isNotIdle() throws Exception {
        Timeouts timeouts = TestServer.SHORT.withIdle(Duration.ofMillis(100));
        SlowService slow = new SlowService();
        try (TestServer server = new TestServer(config().timeouts(timeouts).asyncOperations(4), slow);
                Association association = server.connect(storage().asyncOperations(4, 1))) {
            CompletableFuture<DimseResponse> response = association.cstoreLater(
                    UID.CTImageStorage, "1.2", Priority.MEDIUM, null, DatasetBody.of(new byte[10], SYNTAX));
            Thread.sleep(500);
            slow.go.countDown();
            assertThat(response.get(5, TimeUnit.SECONDS).status()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void drain_letsFinishAndRejectsNewcomers() throws Exception {
        SlowService slow = new SlowService();
        try (TestServer server = new TestServer(config(), slow);
                Association association = server.connect(storage())) {
            CompletableFuture<DimseResponse> response = association.cstoreLater(
                    UID.CTImageStorage, "1.2", Priority.MEDIUM, null, DatasetBody.of(new byte[10], SYNTAX));
            assertThat(slow.begun.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Boolean> drained =
                    CompletableFuture.supplyAsync(() -> server.server.drain(Duration.ofSeconds(20)));
            while (!server.server.isDraining()) {
                Thread.sleep(5);
            }
            assertRejected(server, "SCP", AssociateRj.TEMPORARY_CONGESTION);
            Thread.sleep(1200);
            assertThat(drained).isNotDone();
            slow.go.countDown();
            assertThat(response.get(5, TimeUnit.SECONDS).status()).isEqualTo(DimseStatus.SUCCESS);
            // the association is idle now, and is ended for that
            assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> connect(server, "SCP")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void drain_abortsAtItsDeadline() throws Exception {
        SlowService slow = new SlowService();
        try (TestServer server = new TestServer(config(), slow);
                Association association = server.connect(storage())) {
            CompletableFuture<DimseResponse> response = association.cstoreLater(
                    UID.CTImageStorage, "1.2", Priority.MEDIUM, null, DatasetBody.of(new byte[10], SYNTAX));
            assertThat(slow.begun.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(server.server.drain(Duration.ofMillis(300))).isFalse();
            assertThatThrownBy(() -> response.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
            slow.go.countDown();
        }
    }

    @Test
    void abort_isHeardByThePeer() throws Exception {
        try (TestServer server = new TestServer(new VerificationService())) {
            Association association = connect(server, "SCP");
            association.abort();
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThatThrownBy(association::cecho).isInstanceOf(IOException.class);
        }
    }

    @Test
    void silentAcceptor_isGivenUp() throws IOException {
        try (java.net.ServerSocket deaf = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            RemoteEndpoint endpoint = new RemoteEndpoint("127.0.0.1", deaf.getLocalPort());
            AssociationOptions options = AssociationOptions.DEFAULT.withTimeouts(TestServer.SHORT);
            assertThatThrownBy(() -> AssociationRequestor.connect(
                            endpoint, request("SCP").build(), options))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void twoServicesOfOneSopClass_areAMistake() {
        assertThatThrownBy(() -> ServiceRegistry.of(new VerificationService(), new VerificationService()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(UID.Verification);
    }

    private static DimseServerConfig.Builder config() {
        return DimseServerConfig.builder().timeouts(TestServer.SHORT);
    }

    private static AssociationRequest.Builder request(String calledAet) {
        return AssociationRequest.builder("SCU", calledAet).context(UID.Verification, UID.ImplicitVRLittleEndian);
    }

    private static AssociationRequest.Builder storage() {
        return AssociationRequest.builder("SCU", "SCP").context(UID.CTImageStorage, UID.ExplicitVRLittleEndian);
    }

    private static Association connect(TestServer server, String calledAet) throws IOException {
        return server.connect(request(calledAet));
    }

    private static void assertRejected(TestServer server, String calledAet, AssociateRj rejection) {
        assertThatThrownBy(() -> connect(server, calledAet))
                .isInstanceOfSatisfying(AssociationRejectedException.class, e -> assertThat(e.rejection())
                        .isEqualTo(rejection));
    }

    private static void awaitAssociations(TestServer server, int number) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (server.server.associations() != number && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    /** Answers when it is told to. */
    private static final class SlowService extends RecordingService {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        SlowService() {
            super(UID.CTImageStorage);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            readAll(request.dataset());
            begun.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            association.respond(request, DimseStatus.SUCCESS);
        }
    }
}
