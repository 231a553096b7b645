/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.isocenter.loadtest.socket.LoadSocket;

/** An association that begins to store an image and does not end it as it should. For one thread. */
public final class BrokenStore implements Closeable {

    private static final int ABORT = 7;
    private static final int PROMISED = 16 * 1024;
    private static final int CONTEXT = 1;

    /** The header of a private element of a megabyte, explicit VR little endian: nothing that could be refused at once. */
    private static final byte[] ELEMENT = {0x09, 0, 0x10, 0x10, 'O', 'B', 0, 0, 0, 0, 0x10, 0};

    private static final byte[] BEGINNING = Arrays.copyOf(ELEMENT, PROMISED / 2);

    private final LoadSocket socket;
    private final LoadAssociation association;

    private BrokenStore(LoadSocket socket, LoadAssociation association) {
        this.socket = socket;
        this.association = association;
    }

    /** Opens an association for CT images and is silent. */
    public static BrokenStore open(DicomAddress address, Duration limit) throws IOException {
        LoadSocket socket = LoadSocket.connect(address.host(), address.port(), address.options());
        socket.limit(limit);
        LoadAssociation association = LoadAssociation.open(
                socket,
                new AssociateRequest(
                        address.callingAet(),
                        address.calledAet(),
                        List.of(ProposedContext.of(SopClass.CT_IMAGE)),
                        PduWriter.DEFAULT_PDU));
        socket.unlimit();
        return new BrokenStore(socket, association);
    }

    /** Sends the command of a store and a PDU with the beginning of its data set. */
    public void begin(String sopInstanceUid) throws IOException {
        Command command = new Command()
                .uid(Command.AFFECTED_SOP_CLASS_UID, SopClass.CT_IMAGE)
                .number(Command.COMMAND_FIELD, CommandField.STORE_RQ)
                .number(Command.MESSAGE_ID, 1)
                .number(Command.PRIORITY, 0)
                .number(Command.COMMAND_DATA_SET_TYPE, Command.DATA_SET)
                .uid(Command.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid);
        association.send(CONTEXT, command, List.of());
        put(BEGINNING.length);
    }

    /** Sends half of the next PDU. */
    public void half() throws IOException {
        put(PROMISED);
    }

    private void put(int promised) throws IOException {
        socket.putByte(PduReader.DATA);
        socket.putByte(0);
        socket.putInt(promised + PduReader.PDV_HEADER);
        socket.putInt(promised + 2);
        socket.putByte(CONTEXT);
        socket.putByte(0);
        socket.put(BEGINNING, 0, BEGINNING.length);
        socket.flush();
    }

    /** Sends another byte. */
    public void drip() throws IOException {
        socket.putByte(0);
        socket.flush();
    }

    /** Sends A-ABORT (PS3.8 9.3.8), between PDUs. */
    public void abort() throws IOException {
        socket.putByte(ABORT);
        socket.putByte(0);
        socket.putInt(Integer.BYTES);
        socket.putInt(0);
        socket.flush();
    }

    /** Closes the connection without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
