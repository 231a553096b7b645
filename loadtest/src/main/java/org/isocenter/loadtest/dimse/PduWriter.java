/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import org.isocenter.loadtest.socket.LoadSocket;

/** Puts messages into P-DATA-TF PDUs (PS3.8 9.3.5), as long as the other side takes. For one thread. */
final class PduWriter {

    static final int DEFAULT_PDU = 128 * 1024;

    private final LoadSocket socket;
    private int limit = DEFAULT_PDU;

    PduWriter(LoadSocket socket) {
        this.socket = socket;
    }

    /** The longest PDU that the other side takes, 0 for any. */
    void limit(int maxPduLength) {
        limit = maxPduLength <= PduReader.PDV_HEADER ? DEFAULT_PDU : Math.min(maxPduLength, DEFAULT_PDU);
    }

    /** Sends a PDU of another type. */
    void send(int type, byte[] body) throws IOException {
        header(type, body.length);
        socket.put(body, 0, body.length);
        socket.flush();
    }

    /** Sends a message; the parts together are its data set. */
    void send(int context, Command command, List<byte[]> parts) throws IOException {
        put(context, PduReader.COMMAND, List.of(command.encode()));
        if (command.hasDataSet()) {
            put(context, 0, parts);
        }
        socket.flush();
    }

    private void put(int context, int flag, List<byte[]> parts) throws IOException {
        long left = 0;
        for (byte[] each : parts) {
            left += each.length;
        }
        Iterator<byte[]> rest = parts.iterator();
        byte[] part = new byte[0];
        int offset = 0;
        while (left > 0) {
            int fragment = (int) Math.min(left, limit - PduReader.PDV_HEADER);
            left -= fragment;
            header(PduReader.DATA, fragment + PduReader.PDV_HEADER);
            socket.putInt(fragment + 2);
            socket.putByte(context);
            socket.putByte(left == 0 ? flag | PduReader.LAST : flag);
            while (fragment > 0) {
                while (offset == part.length) {
                    part = rest.next();
                    offset = 0;
                }
                int count = Math.min(fragment, part.length - offset);
                socket.put(part, offset, count);
                fragment -= count;
                offset += count;
            }
        }
    }

    private void header(int type, int length) throws IOException {
        socket.putByte(type);
        socket.putByte(0);
        socket.putInt(length);
    }
}
