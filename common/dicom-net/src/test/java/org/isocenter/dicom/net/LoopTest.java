/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.ul.PdataOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our SCU against our SCP, every service. */
@Timeout(60)
class LoopTest {
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
    private static final String EXPLICIT = UID.ExplicitVRLittleEndian;
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

    @Test
    void echo_isAnsweredAndReleased() throws Exception {
        try (TestServer server = new TestServer(new VerificationService())) {
            Association association = server.connect(request().context(UID.Verification, EXPLICIT));
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            association.release();
            assertThat(association.isOpen()).isFalse();
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.RELEASED);
            assertThat(server.events.countPerformed()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 100, 16 * 1024 - 6, 16 * 1024, 256 * 1024 - 6, 256 * 1024 - 4, 3_000_000})
    void store_arrivesAsSent(int length) throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        try (TestServer server = new TestServer(service);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            byte[] dataset = random(length);
            for (int i = 0; i < 3; i++) {
                assertThat(store(association, "1.2." + i, dataset)).isEqualTo(DimseStatus.SUCCESS);
            }
            assertThat(service.stored).hasSize(3).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(dataset));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 4096, 16384, 0})
    void store_keepsToThePeersPduLength(int maxPduLength) throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        DimseServerConfig.Builder config =
                DimseServerConfig.builder().timeouts(TestServer.SHORT).maxPduLength(maxPduLength);
        try (TestServer server = new TestServer(config, service);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            byte[] dataset = random(100_000);
            assertThat(store(association, "1.2.3", dataset)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(service.stored.element().dataset()).isEqualTo(dataset);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4096, 16384, 0})
    void store_ofARangeOfAFile_arrivesAsItIs(int maxPduLength, @TempDir Path folder) throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        DimseServerConfig.Builder config =
                DimseServerConfig.builder().timeouts(TestServer.SHORT).maxPduLength(maxPduLength);
        byte[] content = random(300_000);
        Path file = Files.write(folder.resolve("object"), content);
        try (TestServer server = new TestServer(config, service);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT));
                FileChannel channel = FileChannel.open(file)) {
            DatasetBody body =
                    DatasetBody.of(SYNTAX, out -> ((PdataOutput) out).transferFrom(channel, 7, content.length - 7L));
            assertThat(association.cstore(UID.CTImageStorage, "1.2.3", body).status())
                    .isEqualTo(DimseStatus.SUCCESS);
            assertThat(service.stored.element().dataset()).isEqualTo(Arrays.copyOfRange(content, 7, content.length));
        }
    }

    @Test
    void store_ofARangeBeyondTheEndOfAFile_fails(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("object"), new byte[1000]);
        try (TestServer server = new TestServer(new RecordingService(UID.CTImageStorage));
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT));
                FileChannel channel = FileChannel.open(file)) {
            DatasetBody body = DatasetBody.of(SYNTAX, out -> ((PdataOutput) out).transferFrom(channel, 500, 501));
            assertThatThrownBy(() -> association.cstore(UID.CTImageStorage, "1.2.3", body))
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void store_withoutAContextThatFits_sendsNothing() throws Exception {
        try (TestServer server = new TestServer(new RecordingService(UID.CTImageStorage));
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            DatasetBody implicit = DatasetBody.of(new byte[8], TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
            assertThatThrownBy(() -> association.cstore(UID.CTImageStorage, "1.2", implicit))
                    .isInstanceOf(NoPresentationContextException.class);
            assertThat(store(association, "1.2.3", random(10))).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void store_whoseBodyFailsBeforeAnythingWentOut_leavesTheAssociation() throws Exception {
        try (TestServer server = new TestServer(new RecordingService(UID.CTImageStorage));
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            DatasetBody failing = DatasetBody.of(SYNTAX, out -> {
                out.write(1);
                throw new IOException("no such object");
            });
            assertThatThrownBy(() -> association.cstore(UID.CTImageStorage, "1.2", failing))
                    .hasMessage("no such object");
            assertThat(store(association, "1.2.3", random(10))).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void store_whoseBodyFailsInItsMidst_abortsAndTheServiceSeesIt() throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        try (TestServer server = new TestServer(service);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            DatasetBody failing = DatasetBody.of(SYNTAX, out -> {
                out.write(new byte[1_000_000]);
                throw new IOException("disk gone");
            });
            assertThatThrownBy(() -> association.cstore(UID.CTImageStorage, "1.2", failing))
                    .hasMessage("disk gone");
            assertThat(association.isOpen()).isFalse();
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThat(service.failures).hasSize(1);
            assertThat(service.stored).isEmpty();
        }
    }

    @Test
    void dataset_thatTheServiceDoesNotRead_isDrained() throws Exception {
        DimseService lazy = new RecordingService(UID.CTImageStorage) {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                association.respond(request, DimseStatus.OUT_OF_RESOURCES);
            }
        };
        try (TestServer server = new TestServer(lazy);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            for (int i = 0; i < 3; i++) {
                assertThat(store(association, "1.2." + i, random(700_000))).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            }
        }
    }

    @Test
    void service_thatThrows_isAnsweredWithProcessingFailure() throws Exception {
        DimseService broken = new RecordingService(UID.CTImageStorage) {
            @Override
            public void onRequest(Association association, DimseRequest request) {
                throw new IllegalStateException("broken");
            }
        };
        try (TestServer server = new TestServer(broken);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            assertThat(store(association, "1.2.3", random(700_000))).isEqualTo(DimseStatus.PROCESSING_FAILURE);
            assertThat(store(association, "1.2.4", random(7))).isEqualTo(DimseStatus.PROCESSING_FAILURE);
        }
    }

    @Test
    void find_givesEveryMatch() throws Exception {
        try (TestServer server = new TestServer(new FindService(250, 0));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            List<DimseResponse> responses =
                    association.cfind(FIND, Priority.HIGH, level()).readAll();
            assertThat(responses).hasSize(251);
            assertThat(responses.get(7).dataset().orElseThrow().getString(Tag.StudyInstanceUID))
                    .isEqualTo("1.2.3.7");
            assertThat(responses.get(250).status()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void find_isCanceled() throws Exception {
        try (TestServer server = new TestServer(new FindService(100_000, 1));
                Association association = server.connect(request().context(FIND, EXPLICIT))) {
            DimseResponses responses = association.cfind(FIND, Priority.MEDIUM, level());
            responses.next();
            responses.cancel();
            List<DimseResponse> rest = responses.readAll();
            assertThat(rest.get(rest.size() - 1).status()).isEqualTo(DimseStatus.CANCEL);
            assertThat(rest).hasSizeLessThan(1000);
        }
    }

    @Test
    void get_storesOnTheSameAssociation() throws Exception {
        byte[] dataset = random(300_000);
        RecordingService local = new RecordingService(UID.CTImageStorage);
        AssociationRequest.Builder request = request()
                .context(GET, EXPLICIT)
                .context(UID.CTImageStorage, EXPLICIT)
                .role(UID.CTImageStorage, false, true);
        try (TestServer server = new TestServer(new RetrieveService(5, dataset));
                Association association = server.connect(request)) {
            assertThat(association.contextsFor(UID.CTImageStorage)).isEmpty();
            List<DimseResponse> responses = association
                    .cget(GET, Priority.MEDIUM, level(), local::onRequest)
                    .readAll();
            assertThat(responses.get(5).status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(responses.get(5).completed()).isEqualTo(5);
            assertThat(local.stored).hasSize(5).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(dataset));
        }
    }

    @Test
    void move_storesAtTheDestination() throws Exception {
        byte[] dataset = random(1000);
        RecordingService remote = new RecordingService(UID.CTImageStorage);
        RetrieveService retrieve = new RetrieveService(3, dataset);
        try (TestServer destination = new TestServer(remote);
                TestServer server = new TestServer(retrieve);
                Association association = server.connect(request().context(MOVE, EXPLICIT))) {
            retrieve.setDestination(destination.endpoint());
            List<DimseResponse> responses =
                    association.cmove(MOVE, Priority.LOW, "DEST", level()).readAll();
            assertThat(responses.get(3).completed()).isEqualTo(3);
            assertThat(remote.stored).hasSize(3);
        }
    }

    @Test
    void normalizedServices_carryTheirFields() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        String sop = NormalizedService.SOP_CLASS;
        try (TestServer server = new TestServer(new NormalizedService(seen));
                Association association = server.connect(request().context(sop, EXPLICIT))) {
            Attributes data = level();
            assertThat(association.ncreate(sop, "1.1", data).dataset()).contains(data);
            assertThat(association.nset(sop, "1.2", data).dataset()).contains(data);
            assertThat(association
                            .nget(sop, "1.3", Tag.PatientID, Tag.PatientName)
                            .status())
                    .isEqualTo(DimseStatus.SUCCESS);
            assertThat(association.ndelete(sop, "1.6").status()).isEqualTo(DimseStatus.SUCCESS);
        }
        assertThat(seen).containsExactly("N_CREATE_RQ 1.1", "N_SET_RQ 1.2", "N_GET_RQ 1.3", "N_DELETE_RQ 1.6");
    }

    @Test
    void eventReport_goesFromScpToScu() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        String sop = NormalizedService.SOP_CLASS;
        AssociationOptions options =
                AssociationOptions.DEFAULT.withServices(ServiceRegistry.of(new NormalizedService(seen)));
        try (TestServer server = new TestServer(new NormalizedService(seen));
                Association association = AssociationRequestor.connect(
                        server.endpoint(), request().context(sop, EXPLICIT).build(), options)) {
            Attributes data = level();
            assertThat(association.naction(sop, "1.4", 3, data).dataset()).contains(data);
            assertThatThrownBy(() -> association.neventReport(sop, "1.5", 2, data))
                    .isInstanceOf(NoPresentationContextException.class);
        }
        assertThat(seen).containsExactly("N_ACTION_RQ 1.4", "N_EVENT_REPORT_RQ 1.4");
    }

    @Test
    void asynchronousStores_overlapWithinTheWindow() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        AtomicInteger current = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        DimseService slow = new RecordingService(UID.CTImageStorage) {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                readAll(request.dataset());
                most.accumulateAndGet(current.incrementAndGet(), Math::max);
                four.countDown();
                await(four);
                current.decrementAndGet();
                association.respond(request, DimseStatus.SUCCESS);
            }
        };
        try (TestServer server = new TestServer(slow);
                Association association = server.connect(
                        request().context(UID.CTImageStorage, EXPLICIT).asyncOperations(4, 1))) {
            assertThat(association.invokedWindow()).isEqualTo(4);
            List<CompletableFuture<DimseResponse>> responses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                DatasetBody body = DatasetBody.of(random(50_000), SYNTAX);
                responses.add(
                        association.cstoreLater(UID.CTImageStorage, "1.2." + (i + 1), Priority.MEDIUM, null, body));
            }
            for (CompletableFuture<DimseResponse> response : responses) {
                assertThat(response.get(20, TimeUnit.SECONDS).status()).isEqualTo(DimseStatus.SUCCESS);
            }
            assertThat(most).hasValue(4);
        }
    }

    @Test
    void finalResponse_mayComeAfterReturn() throws Exception {
        DimseService later = new RecordingService(UID.CTImageStorage) {
            @Override
            public void onRequest(Association association, DimseRequest request) throws IOException {
                readAll(request.dataset());
                AssociationThreads.start("answer", () -> {
                    try {
                        Thread.sleep(20);
                        association.respond(request, DimseStatus.SUCCESS);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        };
        try (TestServer server = new TestServer(later);
                Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            assertThat(store(association, "1.2.3", random(10))).isEqualTo(DimseStatus.SUCCESS);
            assertThat(store(association, "1.2.4", random(10))).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void manyAssociations_atOnce() throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        try (TestServer server = new TestServer(service)) {
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int sender = i;
                senders.add(CompletableFuture.runAsync(() -> sendTen(server, sender)));
            }
            CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(service.stored).hasSize(160);
        }
    }

    private static void sendTen(TestServer server, int sender) {
        try (Association association = server.connect(request().context(UID.CTImageStorage, EXPLICIT))) {
            for (int i = 0; i < 10; i++) {
                store(association, "1.2." + sender + '.' + i, random(30_000));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AssociationRequest.Builder request() {
        return AssociationRequest.builder("SCU", "SCP");
    }

    private static DimseStatus store(Association association, String sopInstanceUid, byte[] dataset)
            throws IOException {
        return association
                .cstore(UID.CTImageStorage, sopInstanceUid, DatasetBody.of(dataset, SYNTAX))
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

    /** Returns each request's data set. */
    private static final class NormalizedService implements DimseService {
        static final String SOP_CLASS = UID.ModalityPerformedProcedureStep;
        private final Queue<String> seen;

        NormalizedService(Queue<String> seen) {
            this.seen = seen;
        }

        @Override
        public Collection<String> sopClasses() {
            return Set.of(SOP_CLASS);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            seen.add(request.field() + " " + request.affectedSopInstanceUid());
            if (request.field() == CommandField.N_GET_RQ) {
                assertThat(request.command().getInts(Tag.AttributeIdentifierList))
                        .containsExactly(Tag.PatientID, Tag.PatientName);
            }
            Attributes answer = request.dataset() == null ? null : request.readDataset();
            if (request.field() == CommandField.N_ACTION_RQ) {
                DimseResponse response =
                        association.neventReport(SOP_CLASS, request.affectedSopInstanceUid(), 1, level());
                assertThat(response.status()).isEqualTo(DimseStatus.SUCCESS);
            }
            association.respond(request, DimseStatus.SUCCESS, answer, command -> {});
        }
    }
}
