/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduDecoder;
import org.isocenter.dicom.net.pdu.PduException;

/** Reads PDUs' headers, and whole PDUs but for P-DATA-TF. Never allocates more than has arrived, or little. */
final class PduInput {
    private static final int MAX_ASSOCIATE_LENGTH = 1024 * 1024;
    private static final int FIXED_LENGTH = 4;
    private static final int CHUNK = 8 * 1024;
    private static final long MIN_DATA_LENGTH = 6;
    private static final long UNLIMITED = 0xFFFFFFFFL;

    private final Transport transport;
    private final long messageMillis;
    private final long maxDataLength;
    private int type;
    private long remaining;

    PduInput(Transport transport, long messageMillis, long maxPduLength) {
        this.transport = transport;
        this.messageMillis = messageMillis;
        this.maxDataLength = maxPduLength == 0 ? UNLIMITED : maxPduLength;
    }

    /** Bytes left of the PDU's variable field. */
    long remaining() {
        return remaining;
    }

    void consumed(long count) {
        remaining -= count;
    }

    /** Reads a header; the PDU's kind as an event. */
    Event readHeader(long timeoutMillis) throws IOException {
        transport.setTimeout(timeoutMillis);
        try {
            type = transport.read();
        } catch (SocketTimeoutException e) {
            throw new IdleException();
        }
        if (type < 0) {
            throw new EOFException("The peer has closed the connection");
        }
        transport.setTimeout(messageMillis);
        Event event = eventOf(type);
        transport.readByte();
        remaining = transport.readInt();
        checkLength();
        return event;
    }

    private static Event eventOf(int type) throws PduException {
        return switch (type) {
            case Pdu.ASSOCIATE_RQ -> Event.EVT6;
            case Pdu.ASSOCIATE_AC -> Event.EVT3;
            case Pdu.ASSOCIATE_RJ -> Event.EVT4;
            case Pdu.P_DATA_TF -> Event.EVT10;
            case Pdu.RELEASE_RQ -> Event.EVT12;
            case Pdu.RELEASE_RP -> Event.EVT13;
            case Pdu.ABORT -> Event.EVT16;
            default -> throw new PduException(Abort.UNRECOGNIZED_PDU, "There is no PDU of type " + type);
        };
    }

    private void checkLength() throws PduException {
        boolean valid =
                switch (type) {
                    case Pdu.ASSOCIATE_RQ, Pdu.ASSOCIATE_AC -> remaining <= MAX_ASSOCIATE_LENGTH;
                    case Pdu.P_DATA_TF -> remaining >= MIN_DATA_LENGTH && remaining <= maxDataLength;
                    default -> remaining == FIXED_LENGTH;
                };
        if (!valid) {
            throw new PduException(
                    Abort.INVALID_PDU_PARAMETER, "A PDU of type " + type + " with " + remaining + " bytes");
        }
    }

    /** The PDU whose header has been read. */
    Pdu decode() throws IOException {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        byte[] chunk = new byte[(int) Math.min(remaining, CHUNK)];
        while (remaining > 0) {
            int count = (int) Math.min(remaining, chunk.length);
            transport.readFully(chunk, 0, count);
            field.write(chunk, 0, count);
            remaining -= count;
        }
        return PduDecoder.decode(type, field.toByteArray());
    }

    void skipRest() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (remaining > 0) {
            int count = (int) Math.min(remaining, chunk.length);
            transport.readFully(chunk, 0, count);
            remaining -= count;
        }
    }
}
