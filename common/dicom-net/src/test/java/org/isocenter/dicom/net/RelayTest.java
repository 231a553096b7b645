/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.relay.RelayPeers;
import org.isocenter.dicom.net.relay.RelaySeal;
import org.isocenter.dicom.net.relay.RelayService;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests that another server performs, over the association with the first. */
@Timeout(60)
class RelayTest {
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
    private static final String CT = UID.CTImageStorage;
    private static final String MPPS = UID.ModalityPerformedProcedureStep;
    private static final String EXPLICIT = UID.ExplicitVRLittleEndian;
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    private static final RelaySettings SETTINGS =
            new RelaySettings(RelaySeal.of("secret", Clock.systemUTC()), TestServer.SHORT);

    /** A server that performs C-ECHO only and relays the rest. */
    private static TestServer relaying(DimseService... relays) throws IOException {
        List<DimseService> all = new ArrayList<>(Arrays.asList(relays));
        all.add(new VerificationService());
        return new TestServer(all.toArray(DimseService[]::new));
    }

    private static RelayService relay(ServiceOffer offer, TestServer... owners) {
        return new RelayService(
                offer,
                new RelayPeers(
                        "owner", Arrays.stream(owners).map(TestServer::endpoint).toList()),
                SETTINGS);
    }

    @Test
    void oneAssociation_storesSearchesRetrievesAndVerifies() throws Exception {
        byte[] dataset = random(300_000);
        RecordingService stored = new StoringOnly();
        FindService find = new FindService(300, 0);
        RetrieveService retrieve = new RetrieveService(5, dataset);
        RecordingService destination = new RecordingService(CT);
        RecordingService local = new RecordingService(CT);
        AssociationRequest.Builder request = AssociationRequest.builder("SCU", "SCP")
                .context(UID.Verification, EXPLICIT)
                .context(CT, EXPLICIT)
                .context(FIND, EXPLICIT)
                .context(MOVE, EXPLICIT)
                .context(GET, EXPLICIT)
                .role(CT, true, true);
        try (TestServer ingest = new TestServer(stored);
                TestServer query = new TestServer(find);
                TestServer retrieving = new TestServer(retrieve);
                TestServer workstation = new TestServer(destination);
                TestServer server = relaying(relay(stored, ingest), relay(find, query), relay(retrieve, retrieving));
                Association association = server.connect(request)) {
            retrieve.setDestination(workstation.endpoint());
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(query.events.countOpened()).isZero();
            assertThat(store(association, "1.2.3", dataset)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(association.cfind(FIND, Priority.MEDIUM, level()).readAll())
                    .hasSize(301);
            List<DimseResponse> moved =
                    association.cmove(MOVE, Priority.LOW, "DEST", level()).readAll();
            List<DimseResponse> got = association
                    .cget(GET, Priority.MEDIUM, level(), local::onRequest)
                    .readAll();
            assertThat(store(association, "1.2.4", dataset)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(moved.get(5).completed()).isEqualTo(5);
            assertThat(got).hasSize(6);
            assertThat(got.get(5).completed()).isEqualTo(5);
            assertThat(destination.stored).hasSize(5);
            assertThat(local.stored).hasSize(5).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(dataset));
            assertThat(stored.stored).hasSize(2).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(dataset));
            assertThat(retrieving.events.countOpened()).isOne();
            association.release();
            assertThat(ingest.events.awaitClosed()).isEqualTo(CloseReason.RELEASED);
            assertThat(query.events.awaitClosed()).isEqualTo(CloseReason.RELEASED);
        }
    }

    @Test
    void association_bearsTitlesContextsAndMessageIdsOfTheRequestor() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        DimseService owner = new StoringOnly() {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                seen.set(association.callingAet()
                        + ' '
                        + association.calledAet()
                        + ' '
                        + request.context().id()
                        + ' '
                        + request.messageId());
                super.onRequest(association, request);
            }
        };
        try (TestServer ingest = new TestServer(owner);
                TestServer server = relaying(relay(owner, ingest));
                Association association = server.connect(AssociationRequest.builder("CT1", "ARCHIVE")
                        .context(UID.Verification, EXPLICIT)
                        .context(CT, UID.ImplicitVRLittleEndian)
                        .context(CT, EXPLICIT))) {
            association.cecho();
            assertThat(store(association, "1.2.3", random(9))).isEqualTo(DimseStatus.SUCCESS);
            assertThat(seen).hasValue("CT1 ARCHIVE 5 2");
        }
    }

    @Test
    void find_isCanceled() throws Exception {
        FindService find = new FindService(100_000, 1);
        try (TestServer query = new TestServer(find);
                TestServer server = relaying(relay(find, query));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            DimseResponses responses = association.cfind(FIND, Priority.MEDIUM, level());
            responses.next();
            responses.cancel();
            List<DimseResponse> rest = responses.readAll();
            assertThat(rest.get(rest.size() - 1).status()).isEqualTo(DimseStatus.CANCEL);
            assertThat(rest).hasSizeLessThan(2000);
        }
    }

    @Test
    void move_isCanceled() throws Exception {
        RetrieveService retrieve = new RetrieveService(1_000_000, random(100));
        try (TestServer retrieving = new TestServer(retrieve);
                TestServer workstation = new TestServer(new RecordingService(CT));
                TestServer server = relaying(relay(retrieve, retrieving));
                Association association = server.connect(request().context(MOVE, EXPLICIT))) {
            retrieve.setDestination(workstation.endpoint());
            DimseResponses responses = association.cmove(MOVE, Priority.MEDIUM, "DEST", level());
            responses.next();
            responses.cancel();
            List<DimseResponse> rest = responses.readAll();
            assertThat(rest.get(rest.size() - 1).status()).isEqualTo(DimseStatus.CANCEL);
        }
    }

    @Test
    void abortOfTheRequestor_abortsTheRelayedAssociation() throws Exception {
        FindService find = new FindService(100_000, 1);
        try (TestServer query = new TestServer(find);
                TestServer server = relaying(relay(find, query));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            association.cfind(FIND, Priority.MEDIUM, level()).next();
            association.abort();
            assertThat(query.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
        }
    }

    @Test
    void store_whoseBodyFailsInItsMidst_isNotKeptByTheOwner() throws Exception {
        RecordingService stored = new StoringOnly();
        try (TestServer ingest = new TestServer(stored);
                TestServer server = relaying(relay(stored, ingest));
                Association association = server.connect(request().context(CT, EXPLICIT))) {
            DatasetBody failing = DatasetBody.of(SYNTAX, out -> {
                out.write(new byte[1_000_000]);
                throw new IOException("disk gone");
            });
            assertThatThrownBy(() -> association.cstore(CT, "1.2", failing)).hasMessage("disk gone");
            assertThat(ingest.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThat(stored.stored).isEmpty();
        }
    }

    @Test
    void ownerThatAborts_isAnsweredForAndAnotherReplicaTakesTheNext() throws Exception {
        RecordingService healthy = new StoringOnly();
        DimseService dying = new StoringOnly() {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                request.dataset().readNBytes(200_000);
                association.abort();
            }
        };
        try (TestServer first = new TestServer(dying);
                TestServer second = new TestServer(healthy);
                TestServer server = relaying(relay(healthy, first, second));
                Association association = server.connect(request().context(CT, EXPLICIT))) {
            assertThat(store(association, "1.2.3", random(3_000_000))).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            assertThat(store(association, "1.2.4", random(3_000_000))).isEqualTo(DimseStatus.SUCCESS);
            assertThat(healthy.stored).hasSize(1);
        }
    }

    @Test
    void ownersThatAreAway_areAnsweredForAtOnce() throws Exception {
        RetrieveService retrieve = new RetrieveService(1, random(2));
        FindService find = new FindService(1, 0);
        RelayPeers nobody = new RelayPeers("nobody", List.of(new RemoteEndpoint("127.0.0.1", freePort())));
        try (TestServer server = relaying(
                        new RelayService(new StoringOnly(), nobody, SETTINGS),
                        new RelayService(find, nobody, SETTINGS),
                        new RelayService(retrieve, nobody, SETTINGS),
                        new RelayService(new EventService(), nobody, SETTINGS));
                Association association = server.connect(request()
                        .context(CT, EXPLICIT)
                        .context(FIND, EXPLICIT)
                        .context(MOVE, EXPLICIT)
                        .context(MPPS, EXPLICIT))) {
            assertThat(store(association, "1.2", random(700_000))).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            assertThat(association.cfind(FIND, Priority.MEDIUM, level()).next().status())
                    .isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            assertThat(association
                            .cmove(MOVE, Priority.MEDIUM, "D", level())
                            .next()
                            .status())
                    .isEqualTo(DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS);
            assertThat(association.ncreate(MPPS, "1.3", level()).status()).isEqualTo(DimseStatus.RESOURCE_LIMITATION);
            assertThat(association.isOpen()).isTrue();
        }
    }

    @Test
    void find_whoseOwnerDiesBeforeAnAnswer_isRepeatedElsewhere() throws Exception {
        FindService find = new FindService(3, 0);
        DimseService dying = new Dying(FIND);
        try (TestServer first = new TestServer(dying);
                TestServer second = new TestServer(find);
                TestServer server = relaying(relay(find, first, second));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            assertThat(association.cfind(FIND, Priority.MEDIUM, level()).readAll())
                    .hasSize(4);
        }
    }

    @Test
    void nAction_isNotRepeated() throws Exception {
        Dying dying = new Dying(MPPS);
        EventService healthy = new EventService();
        try (TestServer first = new TestServer(dying);
                TestServer second = new TestServer(healthy);
                TestServer server = relaying(relay(healthy, first, second));
                Association association = server.connect(request().context(MPPS, EXPLICIT))) {
            assertThat(association.naction(MPPS, "1.4", 3, level()).status()).isEqualTo(DimseStatus.PROCESSING_FAILURE);
            assertThat(healthy.performed).hasValue(0);
        }
    }

    @Test
    void eventReport_goesToTheRequestor() throws Exception {
        EventService owner = new EventService();
        EventService requestor = new EventService();
        AssociationOptions options = AssociationOptions.DEFAULT.withServices(ServiceRegistry.of(requestor));
        try (TestServer ingest = new TestServer(owner);
                TestServer server = relaying(relay(owner, ingest));
                Association association = AssociationRequestor.connect(
                        server.endpoint(), request().context(MPPS, EXPLICIT).build(), options)) {
            DimseResponse response = association.naction(MPPS, "1.4", 3, level());
            assertThat(response.dataset()).contains(level());
            assertThat(response.command().getInt(Tag.ActionTypeID, 0)).isEqualTo(3);
            assertThat(requestor.performed).hasValue(1);
        }
    }

    @Test
    void relayedAssociation_isNotRelayedAgain() throws Exception {
        RecordingService stored = new StoringOnly();
        try (TestServer ingest = new TestServer(stored);
                TestServer middle = relaying(relay(stored, ingest));
                TestServer server = relaying(relay(stored, middle));
                Association association = server.connect(request().context(CT, EXPLICIT))) {
            // what is in the middle performs none of it itself
            assertThat(store(association, "1.2.3", random(9))).isEqualTo(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
            assertThat(ingest.events.countOpened()).isZero();
        }
    }

    @Test
    void slowRequestor_holdsUpTheOwner() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        DimseService endless = new Endless(sent);
        Timeouts patient = TestServer.SHORT.withWrite(Duration.ofSeconds(30));
        DimseServerConfig.Builder config = DimseServerConfig.builder().timeouts(patient);
        try (TestServer query = new TestServer(DimseServerConfig.builder().timeouts(patient), endless);
                TestServer server = new TestServer(config, relay(endless, query));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            association.cfind(FIND, Priority.MEDIUM, level()).next();
            Thread.sleep(1500);
            int before = sent.get();
            Thread.sleep(1000);
            // 10 KiB each: what the sockets on the way hold, and no more
            assertThat(sent.get()).isEqualTo(before).isLessThan(5000);
            association.abort();
        }
    }

    @Test
    void asynchronousStores_overlapWithinTheWindow() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        RecordingService slow = new StoringOnly() {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                four.countDown();
                readAll(request.dataset());
                try {
                    assertThat(four.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                association.respond(request, DimseStatus.SUCCESS);
            }
        };
        try (TestServer ingest = new TestServer(slow);
                TestServer server = relaying(relay(slow, ingest));
                Association association =
                        server.connect(request().context(CT, EXPLICIT).asyncOperations(4, 1))) {
            List<CompletableFuture<DimseResponse>> responses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                DatasetBody body = DatasetBody.of(random(100_000), SYNTAX);
                responses.add(association.cstoreLater(CT, "1.2." + (i + 1), Priority.MEDIUM, null, body));
            }
            for (CompletableFuture<DimseResponse> response : responses) {
                assertThat(response.get(20, TimeUnit.SECONDS).status()).isEqualTo(DimseStatus.SUCCESS);
            }
        }
    }

    private static AssociationRequest.Builder request() {
        return AssociationRequest.builder("SCU", "SCP");
    }

    private static DimseStatus store(Association association, String sopInstanceUid, byte[] dataset)
            throws IOException {
        return association
                .cstore(CT, sopInstanceUid, DatasetBody.of(dataset, SYNTAX))
                .status();
    }

    private static Attributes level() {
        Attributes identifier = new Attributes();
        identifier.setString(Tag.QueryRetrieveLevel, "STUDY");
        return identifier;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Takes C-STORE of one class and sends none. */
    private static class StoringOnly extends RecordingService {
        StoringOnly() {
            super(CT);
        }

        @Override
        public boolean actsAsScu(String sopClass) {
            return false;
        }
    }

    /** Aborts instead of answering. */
    private record Dying(String sopClass) implements DimseService {
        @Override
        public Collection<String> sopClasses() {
            return Set.of(sopClass);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            request.readDataset();
            association.abort();
        }
    }

    /** Answers a C-FIND without end. */
    private record Endless(AtomicInteger sent) implements DimseService {
        @Override
        public Collection<String> sopClasses() {
            return Set.of(FIND);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            Attributes match = request.readDataset();
            match.setString(Tag.StudyDescription, "x".repeat(10_000));
            while (!request.isCanceled()) {
                association.respond(request, DimseStatus.PENDING, match, command -> {});
                sent.incrementAndGet();
            }
        }
    }

    /** Reports an event before it answers an action; performs events as well. */
    private static final class EventService implements DimseService {
        final AtomicInteger performed = new AtomicInteger();

        @Override
        public Collection<String> sopClasses() {
            return Set.of(MPPS);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            Attributes answer = request.readDataset();
            performed.incrementAndGet();
            if (request.field() == CommandField.N_ACTION_RQ) {
                DimseResponse response = association.neventReport(MPPS, request.affectedSopInstanceUid(), 1, level());
                assertThat(response.status()).isEqualTo(DimseStatus.SUCCESS);
                assertThat(response.dataset()).contains(level());
            }
            association.respond(request, DimseStatus.SUCCESS, answer, command -> {
                int action = request.command().getInt(Tag.ActionTypeID, 0);
                command.setInt(Tag.ActionTypeID, VR.US, action);
            });
        }
    }
}
