/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.socket.LoadSocket;

/** An association as acceptor (PS3.8) that takes C-STORE and C-ECHO. For one thread. */
final class ReceivingAssociation {

    private static final int ASSOCIATE_RQ = 1;
    private static final int ASSOCIATE_AC = 2;
    private static final int RELEASE_RP = 6;
    private static final int FIXED_FIELDS = 68;
    private static final int MAX_REQUEST = 1024 * 1024;

    private final LoadSocket socket;
    private final Receiver receiver;
    private final PduReader reader;
    private final PduWriter writer;
    private final Map<Integer, String> accepted = new HashMap<>();

    ReceivingAssociation(LoadSocket socket, Receiver receiver) {
        this.socket = socket;
        this.receiver = receiver;
        this.reader = new PduReader(socket);
        this.writer = new PduWriter(socket);
    }

    /** Takes the data set of a C-STORE. */
    @FunctionalInterface
    interface Receiver {
        void receive(String sopInstanceUid, String transferSyntaxUid, CountedInput dataset) throws IOException;
    }

    /** Accepts the association and serves it until it is released. */
    void serve() throws IOException {
        accept();
        for (Command command = reader.readCommand(); command != null; command = reader.readCommand()) {
            answer(command);
        }
        writer.send(RELEASE_RP, new byte[Integer.BYTES]);
    }

    private void answer(Command command) throws IOException {
        int context = reader.context();
        if (command.hasDataSet()) {
            receiver.receive(
                    command.uid(Command.AFFECTED_SOP_INSTANCE_UID),
                    accepted.getOrDefault(context, ProposedContext.EXPLICIT_LITTLE_ENDIAN),
                    new CountedInput(reader.dataset()));
        }
        int field = command.number(Command.COMMAND_FIELD);
        if (field == CommandField.STORE_RQ) {
            writer.send(context, Command.stored(command, 0), List.of());
        } else if (field == CommandField.ECHO_RQ) {
            Command response = new Command()
                    .uid(Command.AFFECTED_SOP_CLASS_UID, SopClass.VERIFICATION)
                    .number(Command.COMMAND_FIELD, CommandField.ECHO_RSP)
                    .number(Command.MESSAGE_ID_BEING_RESPONDED_TO, command.number(Command.MESSAGE_ID))
                    .number(Command.COMMAND_DATA_SET_TYPE, Command.NO_DATA_SET)
                    .number(Command.STATUS, 0);
            writer.send(context, response, List.of());
        } else {
            throw new IOException(String.format("a command %04X is not served here", field));
        }
    }

    private void accept() throws IOException {
        int type = socket.readByte();
        socket.readByte();
        int length = socket.readInt();
        if (type != ASSOCIATE_RQ || length < FIXED_FIELDS || length > MAX_REQUEST) {
            throw new IOException("the connection did not begin with an association request");
        }
        byte[] request = socket.readBytes(length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(request, 0, FIXED_FIELDS);
        AssociateRequest.item(out, 0x10, AssociateRequest.APPLICATION_CONTEXT.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer items = ByteBuffer.wrap(request, FIXED_FIELDS, request.length - FIXED_FIELDS);
        while (items.remaining() >= Integer.BYTES) {
            int item = items.getShort() >> 8;
            ByteBuffer value = items.slice(items.position() + 2, items.getShort(items.position()) & 0xffff);
            items.position(items.position() + 2 + value.remaining());
            if (item == 0x20) {
                acceptContext(value, out);
            } else if (item == 0x50) {
                readUserInformation(value);
            }
        }
        ByteArrayOutputStream user = new ByteArrayOutputStream();
        DataOutputStream userOut = new DataOutputStream(user);
        userOut.writeShort(0x5100);
        userOut.writeShort(Integer.BYTES);
        userOut.writeInt(PduWriter.DEFAULT_PDU);
        AssociateRequest.item(userOut, 0x52, AssociateRequest.IMPLEMENTATION_CLASS.getBytes(StandardCharsets.US_ASCII));
        AssociateRequest.item(out, 0x50, user.toByteArray());
        writer.send(ASSOCIATE_AC, bytes.toByteArray());
    }

    private void acceptContext(ByteBuffer value, DataOutputStream out) throws IOException {
        int identifier = value.get(0) & 0xff;
        value.position(Integer.BYTES);
        String transferSyntax = null;
        while (transferSyntax == null && value.remaining() >= Integer.BYTES) {
            int item = value.getShort() >> 8;
            byte[] uid = new byte[value.getShort() & 0xffff];
            value.get(uid);
            if (item == 0x40) {
                transferSyntax = new String(uid, StandardCharsets.US_ASCII)
                        .replace("\0", "")
                        .trim();
            }
        }
        if (transferSyntax == null) {
            throw new IOException("a presentation context without a transfer syntax was proposed");
        }
        accepted.put(identifier, transferSyntax);
        ByteArrayOutputStream context = new ByteArrayOutputStream();
        DataOutputStream contextOut = new DataOutputStream(context);
        contextOut.writeInt(identifier << 24);
        AssociateRequest.item(contextOut, 0x40, transferSyntax.getBytes(StandardCharsets.US_ASCII));
        AssociateRequest.item(out, 0x21, context.toByteArray());
    }

    private void readUserInformation(ByteBuffer items) {
        while (items.remaining() >= Integer.BYTES) {
            int item = items.getShort() >> 8;
            int length = items.getShort() & 0xffff;
            if (item == 0x51) {
                writer.limit(items.getInt(items.position()));
            }
            items.position(items.position() + length);
        }
    }
}
