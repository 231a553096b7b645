/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.AssociateAc;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.AssociateRq;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduEncoder;
import org.isocenter.dicom.net.pdu.PduException;
import org.isocenter.dicom.net.pdu.ReleaseRp;
import org.isocenter.dicom.net.pdu.ReleaseRq;

/**
 * One association's upper layer: every PDU and every primitive goes through the table of PS3.8 9.2. One thread reads at
 * a time; sending and {@link #abort} are safe from any thread.
 */
public final class UpperLayer {
    private static final long ABORT_LOCK_MILLIS = 1000;

    private final Transport transport;
    private final StateMachine machine;
    private final PduInput input;
    private final Fragment fragment;
    private final long artimMillis;
    private final ReentrantLock writeLock = new ReentrantLock();

    /**
     * @param artimMillis PS3.8 9.1.5
     * @param messageMillis how long bytes within a PDU or message may fail to come
     * @param maxPduLength longest P-DATA-TF field that is taken; 0 is unlimited
     */
    public UpperLayer(Transport transport, boolean requestor, long artimMillis, long messageMillis, long maxPduLength) {
        this.transport = transport;
        this.machine = new StateMachine(requestor);
        this.artimMillis = artimMillis;
        this.input = new PduInput(transport, messageMillis, maxPduLength);
        this.fragment = new Fragment(transport);
    }

    /** What {@link #receive} has found. */
    public enum Indication {
        /** A fragment of a message: {@link #fragment}. */
        DATA,
        /** The peer wants to release. */
        RELEASE,
        /** The peer has agreed to release; the connection is closed. */
        RELEASED
    }

    public Transport transport() {
        return transport;
    }

    public State state() {
        return machine.state();
    }

    /** Whether there is no association, not yet or not any more. */
    public boolean isOver() {
        return machine.isOver();
    }

    /** The fragment that is being received. */
    public Fragment fragment() {
        return fragment;
    }

    /** Proposes an association and awaits the answer: A-ASSOCIATE-AC or A-ASSOCIATE-RJ. */
    public Pdu associate(AssociateRq request) throws IOException {
        step(Event.EVT1);
        step(Event.EVT2);
        transport.closeAfter(artimMillis);
        send(request);
        Pdu answer = readPdu(artimMillis, Event.EVT3, Event.EVT4);
        transport.keepOpen();
        if (answer instanceof AssociateRj) {
            transport.close();
        }
        return answer;
    }

    /** Awaits the proposal of an association on a new connection, ARTIM long in all. */
    public AssociateRq awaitRequest() throws IOException {
        step(Event.EVT5);
        transport.closeAfter(artimMillis);
        AssociateRq request = (AssociateRq) readPdu(artimMillis, Event.EVT6, Event.EVT6);
        transport.keepOpen();
        return request;
    }

    /** Accepts the proposed association. */
    public void accept(AssociateAc accept) throws IOException {
        step(Event.EVT7);
        send(accept);
    }

    /** Rejects the proposed association; {@link #awaitClose} is to follow. */
    public void reject(AssociateRj reject) throws IOException {
        step(Event.EVT8);
        send(reject);
    }

    private Pdu readPdu(long timeoutMillis, Event expected, Event alternative) throws IOException {
        Event event = readHeader(timeoutMillis);
        if (event == Event.EVT10) {
            throw unexpected(event);
        }
        Pdu pdu = decode();
        if (event == expected || event == alternative) {
            step(event);
            return pdu;
        }
        if (pdu instanceof Abort abort) {
            throw aborted(abort);
        }
        throw unexpected(event);
    }

    /**
     * Awaits the next fragment, or an end of the association. What is left of the former fragment must have been read.
     *
     * @param timeoutMillis for the first byte
     * @throws SocketTimeoutException if no byte has come; the association lives on
     * @throws IOException if the association ends otherwise, which the peer has been told if need be
     */
    public Indication receive(long timeoutMillis) throws IOException {
        for (; ; ) {
            if (input.remaining() > 0) {
                nextFragment();
                return Indication.DATA;
            }
            Event event = readHeader(timeoutMillis);
            Pdu pdu = event == Event.EVT10 ? null : decode();
            Action action = machine.on(event).orElseThrow(() -> new AssociationClosedException("Closed", false));
            switch (action) {
                case DT_2, AR_6 -> {
                    nextFragment();
                    return Indication.DATA;
                }
                case AR_2 -> {
                    return Indication.RELEASE;
                }
                case AR_8 -> collide();
                case AR_3, AR_10 -> {
                    return confirmRelease(action);
                }
                case AA_6 -> input.skipRest();
                case AA_2, AA_3 -> throw closeAborted((Abort) pdu);
                default -> throw answer(action, Abort.UNEXPECTED_PDU, "Unexpected PDU, " + event);
            }
        }
    }

    /** As {@link #receive} within a message, where silence ends the association. */
    public Indication receiveMore(long timeoutMillis) throws IOException {
        try {
            return receive(timeoutMillis);
        } catch (IdleException e) {
            IOException error =
                    protocolError(Abort.REASON_NOT_SPECIFIED, "The peer has stopped in the midst of a message");
            error.initCause(e);
            throw error;
        }
    }

    /** Both sides want to release: PS3.8 9.2.1 has the requestor agree first. */
    private void collide() throws IOException {
        if (machine.state() == State.STA9) {
            respondToRelease();
        }
    }

    private Indication confirmRelease(Action action) throws IOException {
        if (action == Action.AR_10) {
            respondToRelease();
        } else {
            transport.close();
        }
        return Indication.RELEASED;
    }

    private void nextFragment() throws IOException {
        try {
            fragment.begin(input);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Event readHeader(long timeoutMillis) throws IOException {
        try {
            return input.readHeader(timeoutMillis);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Pdu decode() throws IOException {
        try {
            return input.decode();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Reads from the fragment; at least a byte, since it is only asked for while bytes remain. */
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = fragment.read(target, offset, length);
            input.consumed(count);
            return count;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Whether a message, or the end, could be read without waiting. */
    public boolean hasInput() throws IOException {
        return input.remaining() > 0 || transport.hasInput();
    }

    /** As {@link #hasInput}; false if that cannot be told. */
    public boolean isInputAtHand() {
        try {
            return hasInput();
        } catch (IOException e) {
            return false;
        }
    }

    /** The exception for a failure to read, having told the peer where it can be told. */
    private IOException lost(IOException cause) {
        if (cause instanceof PduException invalid) {
            return protocolError(invalid.abort(), invalid.getMessage());
        }
        if (cause instanceof IdleException) {
            return cause;
        }
        if (cause instanceof SocketTimeoutException) {
            return protocolError(Abort.REASON_NOT_SPECIFIED, "The peer has stopped in the midst of a message");
        }
        if (cause instanceof AssociationAbortedException || cause instanceof AssociationClosedException) {
            return cause;
        }
        machine.on(Event.EVT17);
        transport.close();
        String what = cause instanceof EOFException ? "The peer has closed the connection" : "The connection is lost";
        AssociationClosedException closed = new AssociationClosedException(what, false);
        closed.initCause(cause);
        return closed;
    }

    /** Aborts as the service-provider for what the peer has sent; returns what is to be thrown. */
    public IOException protocolError(Abort abort, String message) {
        Optional<Action> action = machine.on(Event.EVT19);
        return action.isPresent()
                ? answer(action.get(), abort, message)
                : new AssociationClosedException("Closed", false);
    }

    private IOException unexpected(Event event) {
        Action action = machine.on(event).orElse(Action.AA_8);
        return answer(action, Abort.UNEXPECTED_PDU, "Unexpected PDU, " + event);
    }

    private IOException aborted(Abort abort) {
        machine.on(Event.EVT16);
        return closeAborted(abort);
    }

    private IOException closeAborted(Abort abort) {
        transport.close();
        return new AssociationAbortedException(abort, true, "");
    }

    private IOException answer(Action action, Abort provider, String message) {
        Abort abort = action == Action.AA_1 ? Abort.BY_USER : provider;
        sendAbort(abort);
        return new AssociationAbortedException(abort, false, message);
    }

    /** Aborts the association; without effect when there is none any more. Does not wait for the peer. */
    public void abort(Abort abort) {
        Optional<Action> action = machine.on(Event.EVT15);
        if (action.isPresent() && action.get() == Action.AA_1) {
            sendAbort(abort);
        } else if (action.isPresent()) {
            transport.close();
        }
    }

    private void sendAbort(Abort abort) {
        transport.closeAfter(artimMillis);
        try {
            // whoever writes may be waiting for a peer that reads nothing
            if (writeLock.tryLock(ABORT_LOCK_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    byte[] bytes = PduEncoder.encode(abort);
                    transport.write(bytes, 0, bytes.length);
                } finally {
                    writeLock.unlock();
                }
            } else {
                transport.close();
            }
        } catch (IOException e) {
            transport.close();
        } catch (InterruptedException e) {
            transport.close();
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the peer to release. */
    public void requestRelease() throws IOException {
        step(Event.EVT11);
        transport.closeAfter(artimMillis);
        send(new ReleaseRq());
    }

    /** Agrees to the peer's wish to release. */
    public void respondToRelease() throws IOException {
        step(Event.EVT14);
        send(new ReleaseRp());
    }

    /** Waits, ARTIM long at most, for the peer to close the connection of an association that is over; closes it. */
    public void awaitClose() {
        if (machine.state() == State.STA13 && !transport.isClosed()) {
            transport.closeAfter(artimMillis);
            Event event = transport.readToEnd() ? Event.EVT17 : Event.EVT18;
            machine.on(event);
        }
        transport.close();
    }

    /** Held while a message is sent, so that messages do not mix. */
    public ReentrantLock writeLock() {
        return writeLock;
    }

    /** Sends P-DATA-TF PDUs; the caller holds the write lock. */
    void sendData(byte[] bytes, int offset, int length) throws IOException {
        if (!machine.maySend()) {
            throw new AssociationClosedException("There is no association to send on", false);
        }
        step(Event.EVT9);
        write(bytes, offset, length);
    }

    private void send(Pdu pdu) throws IOException {
        byte[] bytes = PduEncoder.encode(pdu);
        writeLock.lock();
        try {
            write(bytes, 0, bytes.length);
        } finally {
            writeLock.unlock();
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            transport.write(bytes, offset, length);
        } catch (IOException e) {
            transport.close();
            throw e;
        }
    }

    private void step(Event event) throws IOException {
        if (machine.on(event).isEmpty()) {
            throw new AssociationClosedException("Not possible in " + machine.state() + ": " + event, false);
        }
    }
}
