/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.isocenter.loadtest.socket.LoadSocket;

/** Takes messages out of P-DATA-TF PDUs (PS3.8 9.3.5). For one thread. */
final class PduReader {

    static final int DATA = 4;
    static final int RELEASE_RQ = 5;
    static final int ABORT = 7;
    static final int PDV_HEADER = 6;
    static final int LAST = 2;
    static final int COMMAND = 1;

    private static final int MAX_COMMAND = 64 * 1024;

    private final LoadSocket socket;
    private int pduLeft;
    private int pdvLeft;
    private int context;
    private int flags;
    private long datasetBytes;

    PduReader(LoadSocket socket) {
        this.socket = socket;
    }

    /** Reads a command set; null when the other side wants to release the association. */
    Command readCommand() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        do {
            if (pduLeft == 0) {
                int type = readHeader();
                if (type == RELEASE_RQ && bytes.size() == 0) {
                    socket.skip(pduLeft);
                    pduLeft = 0;
                    return null;
                }
                expectData(type);
            }
            readPdv();
            if ((flags & COMMAND) == 0) {
                throw new IOException("a data set came without a command");
            }
            if (pdvLeft > MAX_COMMAND - bytes.size()) {
                throw new IOException("a command set of more than " + MAX_COMMAND + " bytes");
            }
            bytes.writeBytes(socket.readBytes(pdvLeft));
            pdvLeft = 0;
        } while ((flags & LAST) == 0);
        return Command.decode(bytes.toByteArray());
    }

    /** The data set that follows the command. */
    InputStream dataset() {
        flags = 0;
        pdvLeft = 0;
        return new Dataset();
    }

    /** The presentation context of the last message. */
    int context() {
        return context;
    }

    /** Bytes of all data sets. */
    long datasetBytes() {
        return datasetBytes;
    }

    private int readHeader() throws IOException {
        int type = socket.readByte();
        socket.readByte();
        pduLeft = socket.readInt();
        return type;
    }

    private void expectData(int type) throws IOException {
        if (type == ABORT) {
            socket.readBytes(2);
            throw new AbortedException(
                    "the association was aborted, source " + socket.readByte() + ", reason " + socket.readByte());
        } else if (type != DATA) {
            throw new AbortedException("the association ended with a PDU of type " + type);
        }
    }

    private void readPdv() throws IOException {
        while (pduLeft == 0) {
            expectData(readHeader());
        }
        pdvLeft = socket.readInt() - 2;
        context = socket.readByte();
        flags = socket.readByte();
        pduLeft -= pdvLeft + PDV_HEADER;
        if (pdvLeft < 0 || pduLeft < 0) {
            throw new IOException("a presentation data value is longer than its PDU");
        }
    }

    private final class Dataset extends InputStream {

        private boolean more() throws IOException {
            while (pdvLeft == 0) {
                if ((flags & LAST) != 0) {
                    return false;
                }
                readPdv();
                if ((flags & COMMAND) != 0) {
                    throw new IOException("a command came within a data set");
                }
                datasetBytes += pdvLeft;
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            if (!more()) {
                return -1;
            }
            pdvLeft--;
            return socket.readByte();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = socket.read(target, offset, Math.min(length, pdvLeft));
            pdvLeft -= count;
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long left = count;
            while (left > 0 && more()) {
                int part = (int) Math.min(left, pdvLeft);
                socket.skip(part);
                pdvLeft -= part;
                left -= part;
            }
            return count - left;
        }
    }
}
