/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.pdu.PduDecoder;
import org.isocenter.dicom.net.pdu.PduEncoder;
import org.isocenter.dicom.net.pdu.PduException;
import org.isocenter.dicom.net.pdu.ReleaseRq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Damaged conversations, the same ones in each run. */
@Timeout(120)
class FuzzTest {
    private static final long SEED = 20260101;
    private static final int CONVERSATIONS = 300;
    private static final int PDUS = 50_000;

    @Test
    void damagedConversations_endAndLeaveTheServerAlive() throws IOException {
        Random random = new Random(SEED);
        byte[] conversation = conversation();
        try (TestServer server = new TestServer(
                new VerificationService(), new RecordingService(UID.CTImageStorage), new FindService(3, 0))) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                say(server, damage(conversation, random));
            }
            try (Association association = server.connect(
                    AssociationRequest.builder("GOOD", "SCP").context(UID.Verification, UID.ImplicitVRLittleEndian))) {
                assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            }
            assertThat(server.events.countOpened()).isGreaterThan(CONVERSATIONS / 4);
        }
    }

    private static void say(TestServer server, byte[] bytes) throws IOException {
        try (RawPeer peer = new RawPeer(server)) {
            peer.send(bytes);
            peer.shutdownOutput();
            assertThat(peer.isClosedByServer()).isTrue();
        } catch (java.net.SocketException e) {
            // closed while we were still talking
        }
    }

    @Test
    void damagedPdus_areDecodedOrRefused() {
        Random random = new Random(SEED);
        byte[] request = PduEncoder.encode(RawPeer.request());
        byte[] field = Arrays.copyOfRange(request, 6, request.length);
        int refused = 0;
        for (int i = 0; i < PDUS; i++) {
            try {
                PduDecoder.decode(1 + i % 2, damage(field, random));
            } catch (PduException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, PDUS - 1);
    }

    private static byte[] conversation() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PduEncoder.encode(RawPeer.request()));
        for (int i = 0; i < 3; i++) {
            pdv(out, 1, 3, RawPeer.command(CommandField.C_ECHO_RQ, false));
            pdv(out, 3, 3, RawPeer.command(CommandField.C_STORE_RQ, true));
            pdv(out, 3, 0, new byte[50]);
            pdv(out, 3, 2, new byte[20]);
        }
        out.write(PduEncoder.encode(new ReleaseRq()));
        return out.toByteArray();
    }

    private static void pdv(ByteArrayOutputStream out, int contextId, int control, byte[] value) {
        int length = value.length;
        out.writeBytes(new byte[] {4, 0, 0, 0, (byte) (length + 6 >> 8), (byte) (length + 6)});
        out.writeBytes(
                new byte[] {0, 0, (byte) (length + 2 >> 8), (byte) (length + 2), (byte) contextId, (byte) control});
        out.writeBytes(value);
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
