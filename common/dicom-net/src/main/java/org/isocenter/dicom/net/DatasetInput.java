/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.ul.Fragment;
import org.isocenter.dicom.net.ul.UpperLayer;

/** A data set as it arrives, across PDVs and PDUs. Says once when its last byte has been read. */
final class DatasetInput extends InputStream {
    private static final int DRAIN = 32 * 1024;

    private final UpperLayer upperLayer;
    private final int contextId;
    private final long timeoutMillis;
    private final Thread owner = Thread.currentThread();
    private Runnable onEnd = () -> {};
    private boolean begun;
    private boolean ended;
    private IOException failure;

    DatasetInput(UpperLayer upperLayer, int contextId, long timeoutMillis) {
        this.upperLayer = upperLayer;
        this.contextId = contextId;
        this.timeoutMillis = timeoutMillis;
    }

    void onEnd(Runnable action) {
        onEnd = action;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether the current thread is the one that has received the message. */
    boolean isOfCurrentThread() {
        return Thread.currentThread() == owner;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return readSome(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int readSome(byte[] target, int offset, int length) throws IOException {
        Fragment fragment = upperLayer.fragment();
        while (!ended && (!begun || fragment.remaining() == 0)) {
            next(fragment);
        }
        if (ended) {
            return -1;
        }
        int count = upperLayer.read(target, offset, length);
        endIfRead(fragment);
        return count;
    }

    private void next(Fragment fragment) throws IOException {
        if (upperLayer.receiveMore(timeoutMillis) != UpperLayer.Indication.DATA) {
            upperLayer.abort(Abort.UNEXPECTED_PDU);
            throw new EOFException("The peer wants to release in the midst of a data set");
        }
        if (fragment.isCommand() || fragment.contextId() != contextId) {
            throw upperLayer.protocolError(Abort.UNEXPECTED_PDU_PARAMETER, "A fragment of another message");
        }
        begun = true;
        endIfRead(fragment);
    }

    private void endIfRead(Fragment fragment) {
        if (fragment.isLast() && fragment.remaining() == 0) {
            ended = true;
            onEnd.run();
        }
    }

    /** Reads what is left and forgets it. */
    void drain() throws IOException {
        if (!ended) {
            byte[] nowhere = new byte[DRAIN];
            while (read(nowhere, 0, nowhere.length) >= 0) {
                // on to the end
            }
        }
    }
}
