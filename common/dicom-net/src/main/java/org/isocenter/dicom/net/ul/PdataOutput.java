/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import org.isocenter.dicom.net.pdu.Pdu;

/**
 * Frames command sets and data sets into P-DATA-TF PDUs (PS3.8 9.3.5) in one buffer that goes out in large writes: a
 * command leaves together with the start of its data set. Used under the write lock.
 */
public final class PdataOutput extends OutputStream {
    private static final int LARGEST_FIELD = 256 * 1024;
    private static final int FEW_SMALL_PDUS = 128 * 1024;
    private static final int ROOM_FOR_COMMAND = 2 * 1024;
    private static final int ROOM_FOR_HELD = 32 * 1024;
    private static final int FRAME = Pdu.HEADER_LENGTH + Fragment.HEADER_LENGTH;
    private static final int SMALLEST_FIELD = Fragment.HEADER_LENGTH + 2;

    private final UpperLayer upperLayer;
    private final int payload;
    private final int capacity;
    private byte[] buffer = new byte[ROOM_FOR_COMMAND];
    private int position;
    private int held;
    private int pduStart;
    private int contextId;
    private int kind;
    private boolean hasSent;

    /** @param peerMaxPduLength what the peer takes, in bytes; 0 is unlimited */
    public PdataOutput(UpperLayer upperLayer, long peerMaxPduLength) {
        this.upperLayer = upperLayer;
        long field = peerMaxPduLength == 0 ? LARGEST_FIELD : Math.min(peerMaxPduLength, LARGEST_FIELD);
        // PS3.8 annex E: fragments have even lengths
        this.payload = (int) Math.max(field, SMALLEST_FIELD) - Fragment.HEADER_LENGTH & ~1;
        this.capacity = Math.max(FRAME + payload, FEW_SMALL_PDUS) + ROOM_FOR_HELD;
    }

    /** Begins a command set. */
    public void beginCommand(int context) throws IOException {
        contextId = context;
        kind = Fragment.COMMAND;
        beginPdu();
        hasSent = false; // what was held has perhaps, but nothing of this message
    }

    /** Begins a data set. */
    public void beginDataset(int context) throws IOException {
        contextId = context;
        kind = 0;
        beginPdu();
    }

    /** Ends the command set or data set; nothing need go out before {@link #send}. */
    public void end() {
        seal(Fragment.LAST);
    }

    /** Begins a message behind those that are held, forgetting one that has been begun and not gone out. */
    public void reset() {
        position = held;
        hasSent = false;
    }

    /** Keeps the sealed message, to go out together with those after it; {@link #send} if many are kept. */
    public void hold() throws IOException {
        held = position;
        if (held > ROOM_FOR_HELD) {
            send();
        }
    }

    /** Whether a message is kept. */
    public boolean hasHeld() {
        return held > 0;
    }

    /** Whether a part of the message has gone out already. */
    public boolean hasSent() {
        return hasSent;
    }

    @Override
    public void write(int value) throws IOException {
        reserve();
        buffer[position++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            reserve();
            int count = Math.min(length - done, pduStart + FRAME + payload - position);
            ensure(count);
            System.arraycopy(bytes, offset + done, buffer, position, count);
            position += count;
            done += count;
        }
    }

    /**
     * Writes a range of a file, read straight into the buffer of the PDUs.
     *
     * @throws EOFException if the file ends before the range does
     */
    public void transferFrom(FileChannel file, long start, long length) throws IOException {
        long done = 0;
        while (done < length) {
            reserve();
            int most = (int) Math.min(length - done, pduStart + FRAME + payload - position);
            ensure(most);
            int count = file.read(ByteBuffer.wrap(buffer, position, most), start + done);
            if (count < 0) {
                throw new EOFException("The file is shorter than the range");
            }
            position += count;
            done += count;
        }
    }

    /** Without effect: what writes a data set does not know where its last fragment begins. */
    @Override
    public void flush() {}

    /** Sends the sealed PDUs. */
    public void send() throws IOException {
        int length = position;
        position = 0;
        held = 0;
        hasSent = true;
        upperLayer.sendData(buffer, 0, length);
    }

    /** Makes room for a byte, in another PDU when this one is full. */
    private void reserve() throws IOException {
        if (position - pduStart - FRAME == payload) {
            seal(0);
            beginPdu();
        }
        ensure(1);
    }

    private void beginPdu() throws IOException {
        if (position + FRAME + payload > capacity) {
            send();
        }
        pduStart = position;
        ensure(FRAME);
        position += FRAME;
    }

    private void ensure(int more) {
        if (position + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(capacity, Math.max(2 * buffer.length, position + more)));
        }
    }

    private void seal(int last) {
        int length = position - pduStart - Pdu.HEADER_LENGTH;
        buffer[pduStart] = Pdu.P_DATA_TF;
        buffer[pduStart + 1] = 0;
        putInt(pduStart + 2, length);
        putInt(pduStart + Pdu.HEADER_LENGTH, length - 4);
        buffer[pduStart + FRAME - 2] = (byte) contextId;
        buffer[pduStart + FRAME - 1] = (byte) (kind | last);
    }

    private void putInt(int at, int value) {
        buffer[at] = (byte) (value >> 24);
        buffer[at + 1] = (byte) (value >> 16);
        buffer[at + 2] = (byte) (value >> 8);
        buffer[at + 3] = (byte) value;
    }
}
