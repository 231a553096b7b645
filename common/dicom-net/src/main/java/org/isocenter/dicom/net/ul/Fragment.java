/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.EOFException;
import java.io.IOException;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.PduException;

/** A presentation data value that is being received: a fragment of a message (PS3.8 9.3.5.1, annex E). */
public final class Fragment {
    static final int HEADER_LENGTH = 6;
    static final int COMMAND = 0x01;
    static final int LAST = 0x02;
    private static final int LENGTH_FIELD = 4;
    private static final int MIN_ITEM_LENGTH = 2;

    private final Transport transport;
    private int contextId;
    private int control;
    private long remaining;

    Fragment(Transport transport) {
        this.transport = transport;
    }

    void begin(PduInput pdu) throws IOException {
        if (pdu.remaining() < HEADER_LENGTH) {
            throw new PduException(Abort.INVALID_PDU_PARAMETER, "A PDV goes beyond its PDU");
        }
        long length = transport.readInt();
        if (length < MIN_ITEM_LENGTH || length > pdu.remaining() - LENGTH_FIELD) {
            throw new PduException(Abort.INVALID_PDU_PARAMETER, "A PDV of " + length + " bytes");
        }
        contextId = transport.readByte();
        control = transport.readByte();
        remaining = length - MIN_ITEM_LENGTH;
        pdu.consumed(HEADER_LENGTH);
    }

    int read(byte[] target, int offset, int length) throws IOException {
        int count = transport.read(target, offset, (int) Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("The peer has closed the connection");
        }
        remaining -= count;
        return count;
    }

    public int contextId() {
        return contextId;
    }

    /** Whether it is of a command set instead of a data set. */
    public boolean isCommand() {
        return (control & COMMAND) != 0;
    }

    /** Whether it is the last of its command set or data set. */
    public boolean isLast() {
        return (control & LAST) != 0;
    }

    /** Bytes not read yet. */
    public long remaining() {
        return remaining;
    }
}
