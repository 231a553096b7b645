/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * C-STORE, C-FIND and C-GET of CT images on a kept association. It does not use the toolkit that it measures: one that shared its
 * code with the archive would share its faults and its cost. For one thread.
 */
public final class DicomClient implements Closeable {

    private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    private static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";

    private static final int STORE_RQ = 0x0001;
    private static final int STORE_RSP = 0x8001;
    private static final int GET_RQ = 0x0010;
    private static final int FIND_RQ = 0x0020;
    private static final int PENDING = 0xff00;
    private static final int PENDING_WARNING = 0xff01;
    private static final int MAX_PDU = 128 * 1024;

    private final LoadAssociation association;
    private int messageId;

    private DicomClient(LoadAssociation association) {
        this.association = association;
    }

    /** Opens an association for C-STORE. */
    public static DicomClient forStore(String host, int port, String calledAet) throws IOException {
        return open(host, port, calledAet, List.of(CT_IMAGE_STORAGE), List.of());
    }

    /** Opens an association for C-FIND in the study root. */
    public static DicomClient forFind(String host, int port, String calledAet) throws IOException {
        return open(host, port, calledAet, List.of(STUDY_ROOT_FIND), List.of());
    }

    /** Opens an association for C-GET in the study root. */
    public static DicomClient forGet(String host, int port, String calledAet) throws IOException {
        return open(host, port, calledAet, List.of(STUDY_ROOT_GET, CT_IMAGE_STORAGE), List.of(CT_IMAGE_STORAGE));
    }

    private static DicomClient open(
            String host, int port, String calledAet, List<String> sopClasses, List<String> storageScp)
            throws IOException {
        AssociateRequest request = new AssociateRequest("BENCHMARK", calledAet, sopClasses, storageScp, MAX_PDU);
        return new DicomClient(LoadAssociation.open(host, port, request));
    }

    /**
     * Stores an instance and awaits the acknowledgement.
     *
     * @throws IOException when it is not stored
     */
    public void store(String sopInstanceUid, List<byte[]> dataset) throws IOException {
        association.send(
                1, request(STORE_RQ, CT_IMAGE_STORAGE).uid(Command.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid), dataset);
        expectSuccess(association.receive());
    }

    /** Finds, and gives the number of matches. */
    public int find(byte[] identifier) throws IOException {
        association.send(1, request(FIND_RQ, STUDY_ROOT_FIND), List.of(identifier));
        int matches = 0;
        Command response = association.receive();
        while (isPending(response)) {
            matches++;
            response = association.receive();
        }
        expectSuccess(response);
        return matches;
    }

    /** Gets what the identifier names, and gives the number of instances that came. */
    public int get(byte[] identifier) throws IOException {
        association.send(1, request(GET_RQ, STUDY_ROOT_GET), List.of(identifier));
        int instances = 0;
        while (true) {
            Command message = association.receive();
            if (message.number(Command.COMMAND_FIELD) == STORE_RQ) {
                instances++;
                association.send(association.receivedContext(), stored(message), List.of());
            } else if (!isPending(message)) {
                expectSuccess(message);
                return instances;
            }
        }
    }

    /** Bytes of all data sets received until now. */
    public long receivedBytes() {
        return association.receivedBytes();
    }

    private Command request(int field, String sopClass) {
        messageId = messageId % 0xffff + 1;
        return new Command()
                .uid(Command.AFFECTED_SOP_CLASS_UID, sopClass)
                .number(Command.COMMAND_FIELD, field)
                .number(Command.MESSAGE_ID, messageId)
                .number(Command.PRIORITY, 0)
                .number(Command.COMMAND_DATA_SET_TYPE, Command.DATA_SET);
    }

    private static Command stored(Command request) {
        return new Command()
                .uid(Command.AFFECTED_SOP_CLASS_UID, request.uid(Command.AFFECTED_SOP_CLASS_UID))
                .number(Command.COMMAND_FIELD, STORE_RSP)
                .number(Command.MESSAGE_ID_BEING_RESPONDED_TO, request.number(Command.MESSAGE_ID))
                .number(Command.COMMAND_DATA_SET_TYPE, Command.NO_DATA_SET)
                .number(Command.STATUS, 0)
                .uid(Command.AFFECTED_SOP_INSTANCE_UID, request.uid(Command.AFFECTED_SOP_INSTANCE_UID));
    }

    private static boolean isPending(Command response) {
        int status = response.number(Command.STATUS);
        return status == PENDING || status == PENDING_WARNING;
    }

    private static void expectSuccess(Command response) throws IOException {
        int status = response.number(Command.STATUS);
        if (status != 0) {
            throw new IOException(String.format("the archive answered with status %04X", status));
        }
    }

    @Override
    public void close() throws IOException {
        association.close();
    }
}
