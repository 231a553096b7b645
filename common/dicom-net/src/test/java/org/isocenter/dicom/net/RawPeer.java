/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduDecoder;
import org.isocenter.dicom.net.pdu.PduEncoder;

/** A requestor that says whatever it is told to. */
final class RawPeer implements Closeable {
    private final Socket socket;
    private final DataInputStream in;

    RawPeer(TestServer server) throws IOException {
        socket = new Socket("127.0.0.1", server.server.port());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A peer that has been accepted with contexts 1 (Verification), 3 (CT) and 5 (C-FIND). */
    static RawPeer associated(TestServer server) throws IOException {
        RawPeer peer = new RawPeer(server);
        peer.send(request());
        Pdu answer = peer.read();
        if (answer.type() != Pdu.ASSOCIATE_AC) {
            throw new IOException("Not accepted: " + answer);
        }
        return peer;
    }

    static Pdu request() {
        return AssociationRequest.builder("RAW", "SCP")
                .context(UID.Verification, UID.ImplicitVRLittleEndian)
                .context(UID.CTImageStorage, UID.ImplicitVRLittleEndian)
                .context(UID.StudyRootQueryRetrieveInformationModelFind, UID.ImplicitVRLittleEndian)
                .build()
                .toPdu();
    }

    void send(Pdu pdu) throws IOException {
        send(PduEncoder.encode(pdu));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendHex(String hex) throws IOException {
        send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** One PDU with one PDV. */
    void sendPdv(int contextId, int control, byte[] value) throws IOException {
        byte[] pdu = new byte[12 + value.length];
        pdu[0] = Pdu.P_DATA_TF;
        putInt(pdu, 2, value.length + 6);
        putInt(pdu, 6, value.length + 2);
        pdu[10] = (byte) contextId;
        pdu[11] = (byte) control;
        System.arraycopy(value, 0, pdu, 12, value.length);
        send(pdu);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 24 - 8 * i);
        }
    }

    /** An encoded C-STORE-RQ or C-ECHO-RQ. */
    static byte[] command(CommandField field, boolean dataset) {
        String sopClass = field == CommandField.C_ECHO_RQ ? UID.Verification : UID.CTImageStorage;
        Attributes command = Commands.request(field, sopClass, field == CommandField.C_ECHO_RQ ? null : "1.2.3");
        command.setInt(Tag.MessageID, VR.US, 7);
        command.setInt(Tag.CommandDataSetType, VR.US, dataset ? 0 : 0x0101);
        return CommandCodec.encode(command);
    }

    /** The next PDU that is not P-DATA-TF. */
    Pdu read() throws IOException {
        for (; ; ) {
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            byte[] field = new byte[in.readInt()];
            in.readFully(field);
            if (type != Pdu.P_DATA_TF) {
                return PduDecoder.decode(type, field);
            }
        }
    }

    /** Whether the connection is closed by the server, whatever comes before. */
    boolean isClosedByServer() throws IOException {
        try {
            while (in.read() >= 0) {
                // on to the end
            }
            return true;
        } catch (EOFException e) {
            return true;
        }
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
