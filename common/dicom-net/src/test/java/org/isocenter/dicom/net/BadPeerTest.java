/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.PduEncoder;
import org.isocenter.dicom.net.pdu.ReleaseRp;
import org.isocenter.dicom.net.pdu.ReleaseRq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A peer that says anything at any time; afterwards the server still answers a good one. */
@Timeout(60)
class BadPeerTest {
    private static final int COMMAND_LAST = 3;
    private static final int COMMAND = 1;
    private static final int DATA_LAST = 2;
    private static final int DATA = 0;
    private static final int CT = 3;

    private final RecordingService storage = new RecordingService(UID.CTImageStorage);
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(new VerificationService(), storage, new FindService(50_000, 1));
    }

    @AfterEach
    void stillAnswers() throws IOException {
        try (TestServer good = server;
                Association association = good.connect(AssociationRequest.builder("GOOD", "SCP")
                        .context(UID.Verification, UID.ImplicitVRLittleEndian))) {
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void http_isAbortedAsByTheUser() throws IOException {
        try (RawPeer peer = new RawPeer(server)) {
            peer.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            // PS3.8 table 9-10, Evt19 in Sta2: AA-1
            assertThat(peer.read()).isEqualTo(Abort.BY_USER);
            assertThat(peer.isClosedByServer()).isTrue();
        }
    }

    @Test
    void dataBeforeAssociate_isAborted() throws IOException {
        try (RawPeer peer = new RawPeer(server)) {
            peer.sendPdv(1, COMMAND_LAST, RawPeer.command(CommandField.C_ECHO_RQ, false));
            assertThat(peer.read()).isEqualTo(Abort.BY_USER);
        }
    }

    @Test
    void silence_isEndedByArtim() throws IOException {
        try (RawPeer peer = new RawPeer(server)) {
            assertThat(peer.isClosedByServer()).isTrue();
        }
    }

    @Test
    void requestByDrips_isEndedByArtim() throws Exception {
        byte[] request = PduEncoder.encode(RawPeer.request());
        try (RawPeer peer = new RawPeer(server)) {
            long start = System.nanoTime();
            int sent = drip(peer, request);
            assertThat(sent).isLessThan(request.length);
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    private static int drip(RawPeer peer, byte[] bytes) throws InterruptedException {
        for (int i = 0; i < bytes.length; i++) {
            try {
                peer.send(new byte[] {bytes[i]});
            } catch (IOException e) {
                return i;
            }
            Thread.sleep(50);
        }
        return bytes.length;
    }

    @Test
    void associateOfTwoGigabytes_isAbortedWithoutAllocation() throws IOException {
        try (RawPeer peer = new RawPeer(server)) {
            peer.sendHex("01 00 7F FF FF FF 00 01 00 00");
            assertThat(peer.read()).isInstanceOf(Abort.class);
        }
    }

    @Test
    void associateWithItemBeyondItsEnd_isAborted() throws IOException {
        byte[] request = PduEncoder.encode(RawPeer.request());
        request[6 + 68 + 3] = (byte) 0xFF;
        request[6 + 68 + 2] = (byte) 0xFF;
        try (RawPeer peer = new RawPeer(server)) {
            peer.send(request);
            assertThat(peer.read()).isInstanceOf(Abort.class);
        }
    }

    @Test
    void secondAssociate_isUnexpected() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.send(RawPeer.request());
            assertThat(peer.read()).isEqualTo(Abort.UNEXPECTED_PDU);
        }
    }

    @Test
    void releaseResponseOutOfTheBlue_isUnexpected() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.send(new ReleaseRp());
            assertThat(peer.read()).isEqualTo(Abort.UNEXPECTED_PDU);
        }
    }

    @Test
    void unknownPdu_isUnrecognized() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendHex("2A 00 00 00 00 04 00 00 00 00");
            assertThat(peer.read()).isEqualTo(Abort.UNRECOGNIZED_PDU);
        }
    }

    @Test
    void pduLongerThanAnnounced_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendHex("04 00 40 00 00 00 3F FF FF FC 03 03");
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void pdvLongerThanItsPdu_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendHex("04 00 00 00 00 0A 00 00 00 0A 03 03 00 00 00 00");
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void pdvWithoutAHeader_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendHex("04 00 00 00 00 06 00 00 00 01 03 03");
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void contextThatWasNotAccepted_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(99, COMMAND_LAST, RawPeer.command(CommandField.C_ECHO_RQ, false));
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void dataWithoutCommand_isUnexpected() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, DATA_LAST, new byte[10]);
            assertThat(peer.read()).isEqualTo(Abort.UNEXPECTED_PDU_PARAMETER);
        }
    }

    @Test
    void commandInsteadOfItsDataset_isUnexpectedAndTheServiceSeesIt() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            assertThat(peer.read()).isEqualTo(Abort.UNEXPECTED_PDU_PARAMETER);
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThat(storage.failures).hasSize(1);
        }
    }

    @Test
    void datasetInAnotherContext_isUnexpected() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.sendPdv(1, DATA_LAST, new byte[10]);
            assertThat(peer.read()).isEqualTo(Abort.UNEXPECTED_PDU_PARAMETER);
        }
    }

    @Test
    void commandThatIsNoCommandSet_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            byte[] noise = new byte[64];
            Arrays.fill(noise, (byte) 0x5A);
            peer.sendPdv(CT, COMMAND_LAST, noise);
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void endlessCommand_isInvalid() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            byte[] part = new byte[200_000];
            for (int i = 0; i < 5; i++) {
                peer.sendPdv(CT, COMMAND, part);
            }
            peer.sendPdv(CT, COMMAND, part);
            assertThat(peer.read()).isEqualTo(Abort.INVALID_PDU_PARAMETER);
        }
    }

    @Test
    void commandInManyFragments_isPutTogether() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            byte[] command = RawPeer.command(CommandField.C_STORE_RQ, true);
            for (int i = 0; i < command.length; i++) {
                int control = i == command.length - 1 ? COMMAND_LAST : COMMAND;
                peer.sendPdv(CT, control, new byte[] {command[i]});
            }
            peer.sendPdv(CT, DATA, new byte[10]);
            peer.sendPdv(CT, DATA, new byte[0]);
            peer.sendPdv(CT, DATA_LAST, new byte[0]);
            peer.send(new ReleaseRq());
            assertThat(peer.read()).isEqualTo(new ReleaseRp());
            assertThat(storage.stored.element().dataset()).hasSize(10);
        }
    }

    @Test
    void stallWithinADataset_isAborted() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.sendPdv(CT, DATA, new byte[100]);
            assertThat(peer.read()).isEqualTo(Abort.REASON_NOT_SPECIFIED);
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThat(storage.failures).hasSize(1);
        }
    }

    @Test
    void stallWithinAPdu_isAborted() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendHex("04 00 00");
            assertThat(peer.read()).isEqualTo(Abort.REASON_NOT_SPECIFIED);
        }
    }

    @Test
    void endOfConnectionWithinADataset_isSeenByTheService() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.sendPdv(CT, DATA, new byte[100]);
            peer.shutdownOutput();
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.CONNECTION_LOST);
            assertThat(storage.failures).hasSize(1);
            assertThat(storage.stored).isEmpty();
        }
    }

    @Test
    void abortWithinADataset_isSeenByTheService() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.send(Abort.BY_USER);
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
            assertThat(storage.failures).hasSize(1);
        }
    }

    @Test
    void releaseWithinADataset_isNoRelease() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            peer.sendPdv(CT, COMMAND_LAST, RawPeer.command(CommandField.C_STORE_RQ, true));
            peer.send(new ReleaseRq());
            assertThat(peer.read()).isInstanceOf(Abort.class);
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.ABORTED);
        }
    }

    @Test
    void peerThatReadsNothing_isEndedByTheWriteTimeout() throws Exception {
        try (RawPeer peer = RawPeer.associated(server)) {
            for (int i = 0; i < 200_000 && server.server.associations() > 0; i++) {
                sendEcho(peer);
            }
            assertThat(server.events.awaitClosed()).isNotNull();
            assertThat(server.server.associations()).isZero();
        }
    }

    private static void sendEcho(RawPeer peer) {
        try {
            peer.sendPdv(1, COMMAND_LAST, RawPeer.command(CommandField.C_ECHO_RQ, false));
        } catch (IOException e) {
            // the server has had enough
        }
    }

    @Test
    void unknownCommandField_endsTheAssociationOnly() throws IOException {
        try (RawPeer peer = RawPeer.associated(server)) {
            byte[] command = RawPeer.command(CommandField.C_STORE_RQ, false);
            for (int i = 0; i < command.length - 9; i++) {
                if (command[i] == 0 && command[i + 2] == 0 && command[i + 3] == 1 && command[i + 4] == 2) {
                    command[i + 8] = 0x77;
                }
            }
            peer.sendPdv(CT, COMMAND_LAST, command);
            assertThat(peer.read()).isInstanceOf(Abort.class);
        }
    }
}
