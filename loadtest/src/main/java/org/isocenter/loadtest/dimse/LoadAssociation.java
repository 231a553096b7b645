/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.socket.LoadSocket;

/** An association as requestor (PS3.8) that sends messages whole and reads received data sets as they come. For one thread. */
final class LoadAssociation implements Closeable {

    private static final int ASSOCIATE_RQ = 1;
    private static final int ASSOCIATE_AC = 2;
    private static final int ASSOCIATE_RJ = 3;
    private static final int RELEASE_RP = 6;
    private static final int FIXED_FIELDS = 68;
    private static final int MAX_ANSWER = 1024 * 1024;

    private final LoadSocket socket;
    private final PduReader reader;
    private final PduWriter writer;
    private final Map<Integer, String> accepted = new HashMap<>();

    private LoadAssociation(LoadSocket socket) {
        this.socket = socket;
        this.reader = new PduReader(socket);
        this.writer = new PduWriter(socket);
    }

    /**
     * Opens an association on a connection, which is closed if that fails.
     *
     * @throws RejectedException when it is rejected
     */
    static LoadAssociation open(LoadSocket socket, AssociateRequest request) throws IOException {
        LoadAssociation association = new LoadAssociation(socket);
        try {
            association.associate(request);
            return association;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void associate(AssociateRequest request) throws IOException {
        writer.send(ASSOCIATE_RQ, request.encode());
        int type = socket.readByte();
        socket.readByte();
        int length = socket.readInt();
        if (length < 0 || length > MAX_ANSWER) {
            throw new IOException("the answer to the association request has " + length + " bytes");
        }
        byte[] answer = socket.readBytes(length);
        if (type == ASSOCIATE_RJ && length >= 4) {
            throw new RejectedException(String.format(
                    "the association was refused: result %d, source %d, reason %d", answer[1], answer[2], answer[3]));
        } else if (type != ASSOCIATE_AC) {
            throw new AbortedException("the association was refused with a PDU of type " + type);
        }
        ByteBuffer items = ByteBuffer.wrap(answer, FIXED_FIELDS, answer.length - FIXED_FIELDS);
        while (items.remaining() >= Integer.BYTES) {
            int item = items.getShort() >> 8;
            ByteBuffer value = items.slice(items.position() + 2, items.getShort(items.position()) & 0xffff);
            items.position(items.position() + 2 + value.remaining());
            if (item == 0x21 && value.get(2) == 0) {
                accepted.put(value.get(0) & 0xff, transferSyntax(value.position(Integer.BYTES)));
            } else if (item == 0x50) {
                readUserInformation(value);
            }
        }
    }

    private static String transferSyntax(ByteBuffer item) {
        item.getShort();
        byte[] uid = new byte[item.getShort() & 0xffff];
        item.get(uid);
        return new String(uid, StandardCharsets.US_ASCII).replace("\0", "").trim();
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

    /** Transfer syntaxes of the contexts that were accepted, by their identifier. */
    Map<Integer, String> accepted() {
        return accepted;
    }

    /** Sends a message; the parts together are its data set. */
    void send(int context, Command command, List<byte[]> parts) throws IOException {
        writer.send(context, command, parts);
    }

    /** Receives a message; what the receiver leaves of its data set is skipped. */
    Command receive(DatasetReceiver receiver) throws IOException {
        Command command = reader.readCommand();
        if (command == null) {
            throw new AbortedException("the archive released the association within an exchange");
        }
        if (command.hasDataSet()) {
            try (InputStream dataset = reader.dataset()) {
                receiver.receive(
                        command.uid(Command.AFFECTED_SOP_INSTANCE_UID),
                        accepted.getOrDefault(reader.context(), ProposedContext.EXPLICIT_LITTLE_ENDIAN),
                        dataset);
                dataset.skip(Long.MAX_VALUE);
            }
        }
        return command;
    }

    /** The presentation context of the last message received. */
    int receivedContext() {
        return reader.context();
    }

    /** Bytes of all data sets received. */
    long receivedBytes() {
        return reader.datasetBytes();
    }

    /** The connection below. */
    LoadSocket socket() {
        return socket;
    }

    /** Releases the association. */
    @Override
    public void close() throws IOException {
        try (socket) {
            writer.send(PduReader.RELEASE_RQ, new byte[Integer.BYTES]);
            if (socket.readByte() != RELEASE_RP) {
                throw new IOException("the release was not confirmed");
            }
        }
    }
}
