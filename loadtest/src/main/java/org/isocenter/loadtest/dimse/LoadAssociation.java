/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.isocenter.loadtest.socket.LoadSocket;

/** An association as requestor (PS3.8) that sends messages whole and throws received data sets away. For one thread. */
final class LoadAssociation implements Closeable {

    private static final int ASSOCIATE_RQ = 1;
    private static final int ASSOCIATE_AC = 2;
    private static final int DATA = 4;
    private static final int RELEASE_RQ = 5;
    private static final int RELEASE_RP = 6;
    private static final int PDV_HEADER = 6;
    private static final int LAST = 2;
    private static final int COMMAND = 1;
    private static final int FIXED_FIELDS = 68;
    private static final int DEFAULT_PDU = 128 * 1024;

    private final LoadSocket socket;
    private int sendLimit = DEFAULT_PDU;
    private int receivedContext;
    private long receivedBytes;

    private LoadAssociation(LoadSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens an association.
     *
     * @throws IOException when it is rejected or one of its contexts is
     */
    static LoadAssociation open(String host, int port, AssociateRequest request) throws IOException {
        LoadAssociation association = new LoadAssociation(LoadSocket.connect(host, port));
        try {
            association.associate(request);
            return association;
        } catch (IOException e) {
            association.socket.close();
            throw e;
        }
    }

    private void associate(AssociateRequest request) throws IOException {
        byte[] body = request.encode();
        header(ASSOCIATE_RQ, body.length);
        socket.put(body, 0, body.length);
        socket.flush();
        int type = socket.readByte();
        socket.readByte();
        byte[] answer = socket.readBytes(socket.readInt());
        if (type != ASSOCIATE_AC) {
            throw new IOException("the association was refused with a PDU of type " + type);
        }
        ByteBuffer items = ByteBuffer.wrap(answer, FIXED_FIELDS, answer.length - FIXED_FIELDS);
        while (items.remaining() >= Integer.BYTES) {
            int item = items.getShort() >> 8;
            ByteBuffer value = items.slice(items.position() + 2, items.getShort(items.position()) & 0xffff);
            items.position(items.position() + 2 + value.remaining());
            if (item == 0x21 && value.get(2) != 0) {
                throw new IOException("presentation context " + value.get(0) + " was refused: " + value.get(2));
            } else if (item == 0x50) {
                readUserInformation(value);
            }
        }
    }

    private void readUserInformation(ByteBuffer items) {
        while (items.remaining() >= Integer.BYTES) {
            int item = items.getShort() >> 8;
            int length = items.getShort() & 0xffff;
            if (item == 0x51) {
                int limit = items.getInt(items.position());
                sendLimit = limit == 0 ? DEFAULT_PDU : Math.min(limit, DEFAULT_PDU);
            }
            items.position(items.position() + length);
        }
    }

    /** Sends a message; the parts together are its data set. */
    void send(int context, Command command, List<byte[]> parts) throws IOException {
        put(context, COMMAND, List.of(command.encode()));
        if (command.hasDataSet()) {
            put(context, 0, parts);
        }
        socket.flush();
    }

    private void put(int context, int flag, List<byte[]> parts) throws IOException {
        long left = parts.stream().mapToLong(part -> part.length).sum();
        int part = 0;
        int offset = 0;
        while (left > 0) {
            int fragment = (int) Math.min(left, sendLimit - PDV_HEADER);
            left -= fragment;
            header(DATA, fragment + PDV_HEADER);
            socket.putInt(fragment + 2);
            socket.putByte(context);
            socket.putByte(left == 0 ? flag | LAST : flag);
            while (fragment > 0) {
                int count = Math.min(fragment, parts.get(part).length - offset);
                socket.put(parts.get(part), offset, count);
                fragment -= count;
                offset += count;
                if (offset == parts.get(part).length) {
                    part++;
                    offset = 0;
                }
            }
        }
    }

    /** Receives a message; its data set is counted in {@link #receivedBytes()} and thrown away. */
    Command receive() throws IOException {
        ByteArrayOutputStream commandBytes = new ByteArrayOutputStream();
        Command command = null;
        while (true) {
            int type = socket.readByte();
            socket.readByte();
            int left = socket.readInt();
            if (type != DATA) {
                throw new IOException("the association ended with a PDU of type " + type);
            }
            boolean complete = false;
            while (left > 0) {
                int length = socket.readInt() - 2;
                receivedContext = socket.readByte();
                int flags = socket.readByte();
                left -= length + PDV_HEADER;
                if ((flags & COMMAND) != 0) {
                    commandBytes.writeBytes(socket.readBytes(length));
                    if ((flags & LAST) != 0) {
                        command = Command.decode(commandBytes.toByteArray());
                        complete = !command.hasDataSet();
                    }
                } else {
                    socket.skip(length);
                    receivedBytes += length;
                    complete = (flags & LAST) != 0;
                }
            }
            if (complete && command != null) {
                return command;
            }
        }
    }

    /** The presentation context of the last message received. */
    int receivedContext() {
        return receivedContext;
    }

    /** Bytes of all data sets received. */
    long receivedBytes() {
        return receivedBytes;
    }

    private void header(int type, int length) throws IOException {
        socket.putByte(type);
        socket.putByte(0);
        socket.putInt(length);
    }

    /** Releases the association. */
    @Override
    public void close() throws IOException {
        try (socket) {
            header(RELEASE_RQ, Integer.BYTES);
            socket.putInt(0);
            socket.flush();
            if (socket.readByte() != RELEASE_RP) {
                throw new IOException("the release was not confirmed");
            }
        }
    }
}
