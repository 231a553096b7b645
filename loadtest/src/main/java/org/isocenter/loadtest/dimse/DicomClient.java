/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.isocenter.loadtest.socket.ConnectOptions;
import org.isocenter.loadtest.socket.LoadSocket;

/**
 * C-ECHO, C-STORE, C-FIND, C-GET and C-MOVE on a kept association. It does not use the toolkit that it measures: one that shared its
 * code with the archive would share its faults and its cost. For one thread.
 */
public final class DicomClient implements Closeable {

    private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final int MAX_PDU = 128 * 1024;

    /** PS3.4 C.4.1.1.4: matching was terminated by a cancel request. */
    private static final int CANCELED = 0xfe00;

    private final List<ProposedContext> contexts;
    private final LoadAssociation association;
    private int messageId;

    private DicomClient(List<ProposedContext> contexts, LoadAssociation association) {
        this.contexts = contexts;
        this.association = association;
    }

    /** Opens an association for C-STORE of CT images. */
    public static DicomClient forStore(String host, int port, String calledAet) throws IOException {
        return open(host, port, calledAet, List.of(ProposedContext.of(CT_IMAGE_STORAGE)));
    }

    /** Opens an association for C-FIND in the study root. */
    public static DicomClient forFind(String host, int port, String calledAet) throws IOException {
        return open(host, port, calledAet, List.of(ProposedContext.of(SopClass.STUDY_ROOT_FIND)));
    }

    /** Opens an association for C-GET of CT images in the study root. */
    public static DicomClient forGet(String host, int port, String calledAet) throws IOException {
        ProposedContext image =
                new ProposedContext(CT_IMAGE_STORAGE, List.of(ProposedContext.EXPLICIT_LITTLE_ENDIAN), true);
        return open(host, port, calledAet, List.of(ProposedContext.of(SopClass.STUDY_ROOT_GET), image));
    }

    private static DicomClient open(String host, int port, String calledAet, List<ProposedContext> contexts)
            throws IOException {
        DicomClient client =
                open(new DicomAddress(host, port, calledAet, "BENCHMARK", ConnectOptions.FAST), contexts, null);
        for (int i = 0; i < contexts.size(); i++) {
            if (!client.association.accepted().containsKey(2 * i + 1)) {
                client.close();
                throw new RejectedException("presentation context " + (2 * i + 1) + " was refused");
            }
        }
        return client;
    }

    /**
     * Opens an association; that a context is refused shows when it is needed.
     *
     * @param limit for opening it, null for none
     */
    public static DicomClient open(DicomAddress address, List<ProposedContext> contexts, Duration limit)
            throws IOException {
        LoadSocket socket = LoadSocket.connect(address.host(), address.port(), address.options());
        if (limit != null) {
            socket.limit(limit);
        }
        LoadAssociation association = LoadAssociation.open(
                socket, new AssociateRequest(address.callingAet(), address.calledAet(), contexts, MAX_PDU));
        socket.unlimit();
        return new DicomClient(List.copyOf(contexts), association);
    }

    /** Verifies that the archive answers. */
    public void echo() throws IOException {
        association.send(
                context(SopClass.VERIFICATION, null),
                request(CommandField.ECHO_RQ, SopClass.VERIFICATION)
                        .number(Command.COMMAND_DATA_SET_TYPE, Command.NO_DATA_SET),
                List.of());
        expectSuccess(association.receive(DatasetReceiver.NONE));
    }

    /** Stores a CT image and awaits the acknowledgement. */
    public void store(String sopInstanceUid, List<byte[]> dataset) throws IOException {
        store(CT_IMAGE_STORAGE, sopInstanceUid, ProposedContext.EXPLICIT_LITTLE_ENDIAN, dataset);
    }

    /**
     * Stores an instance and awaits the acknowledgement; a warning (Bxxx) is one.
     *
     * @throws StatusException when it is refused
     * @throws RejectedException when the archive does not take its class in its transfer syntax; nothing was sent
     */
    public void store(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, List<byte[]> dataset)
            throws IOException {
        association.send(
                context(sopClassUid, transferSyntaxUid),
                request(CommandField.STORE_RQ, sopClassUid).uid(Command.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid),
                dataset);
        int status = association.receive(DatasetReceiver.NONE).number(Command.STATUS);
        if (status >> 12 != 0xb) {
            expectSuccess(status);
        }
    }

    /** Finds, and gives the number of matches. */
    public int find(byte[] identifier) throws IOException {
        return find(identifier, DatasetReceiver.NONE);
    }

    /** Finds, hands out each match and gives their number. */
    public int find(byte[] identifier, DatasetReceiver matches) throws IOException {
        association.send(
                context(SopClass.STUDY_ROOT_FIND, null),
                request(CommandField.FIND_RQ, SopClass.STUDY_ROOT_FIND),
                List.of(identifier));
        int found = 0;
        Command response = association.receive(matches);
        while (isPending(response)) {
            found++;
            response = association.receive(matches);
        }
        expectSuccess(response);
        return found;
    }

    /** Finds, cancels when so many matches have come, as a workstation does, and gives the number of those that came. */
    public int find(byte[] identifier, int most) throws IOException {
        int contextId = context(SopClass.STUDY_ROOT_FIND, null);
        association.send(contextId, request(CommandField.FIND_RQ, SopClass.STUDY_ROOT_FIND), List.of(identifier));
        int found = 0;
        Command response = association.receive(DatasetReceiver.NONE);
        while (isPending(response)) {
            found++;
            if (found == most) {
                association.send(contextId, Command.cancel(messageId), List.of());
            }
            response = association.receive(DatasetReceiver.NONE);
        }
        if (found < most || response.number(Command.STATUS) != CANCELED) {
            expectSuccess(response);
        }
        return found;
    }

    /** Gets what the identifier names, and gives the number of instances that came. */
    public int get(byte[] identifier) throws IOException {
        return get(identifier, DatasetReceiver.NONE);
    }

    /** Gets what the identifier names, hands out each instance and gives the number of those that came. */
    public int get(byte[] identifier, DatasetReceiver instances) throws IOException {
        association.send(
                context(SopClass.STUDY_ROOT_GET, null),
                request(CommandField.GET_RQ, SopClass.STUDY_ROOT_GET),
                List.of(identifier));
        int came = 0;
        while (true) {
            Command message = association.receive(instances);
            if (message.number(Command.COMMAND_FIELD) == CommandField.STORE_RQ) {
                came++;
                association.send(association.receivedContext(), Command.stored(message, 0), List.of());
            } else if (!isPending(message)) {
                expectSuccess(message);
                return came;
            }
        }
    }

    /** Moves what the identifier names to the destination, and gives the number of instances that were sent. */
    public int move(byte[] identifier, String destination) throws IOException {
        association.send(
                context(SopClass.STUDY_ROOT_MOVE, null),
                request(CommandField.MOVE_RQ, SopClass.STUDY_ROOT_MOVE).text(Command.MOVE_DESTINATION, destination),
                List.of(identifier));
        Command response = association.receive(DatasetReceiver.NONE);
        while (isPending(response)) {
            response = association.receive(DatasetReceiver.NONE);
        }
        expectSuccess(response);
        return response.number(Command.COMPLETED_SUB_OPERATIONS);
    }

    /** From now on all that is sent and awaited must be done within the time, or the connection is closed. */
    public void limit(Duration time) {
        association.socket().limit(time);
    }

    /** Takes the limit away. */
    public void unlimit() {
        association.socket().unlimit();
    }

    /** Bytes of all data sets received until now. */
    public long receivedBytes() {
        return association.receivedBytes();
    }

    private int context(String sopClass, String transferSyntax) throws IOException {
        for (int i = 0; i < contexts.size(); i++) {
            String accepted = association.accepted().get(2 * i + 1);
            if (accepted != null
                    && contexts.get(i).abstractSyntax().equals(sopClass)
                    && (transferSyntax == null || accepted.equals(transferSyntax))) {
                return 2 * i + 1;
            }
        }
        throw new RejectedException("the presentation context for " + sopClass + " was refused");
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

    private static boolean isPending(Command response) {
        int status = response.number(Command.STATUS);
        return status == 0xff00 || status == 0xff01;
    }

    private static void expectSuccess(Command response) throws IOException {
        expectSuccess(response.number(Command.STATUS));
    }

    private static void expectSuccess(int status) throws IOException {
        if (status != 0) {
            throw new StatusException(status);
        }
    }

    /** Closes the connection without a farewell: after a failure nothing can be said on it. */
    public void abandon() throws IOException {
        association.socket().close();
    }

    /** Releases the association. */
    @Override
    public void close() throws IOException {
        association.close();
    }
}
