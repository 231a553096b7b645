/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** An encapsulated value (PS3.5 A.4) byte for byte: ends behind its sequence delimitation item, whatever follows. */
final class EncapsulatedStream extends FilterInputStream {

    private static final int ITEM = 0xFFFEE000;
    private static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;
    private static final int HEADER = 8;

    private byte[] header = {};
    private int headerRead;
    private long left;
    private boolean isLast;

    /** Of what begins with the header of the first item. */
    EncapsulatedStream(InputStream in) {
        super(in);
    }

    /** The length that a header tells. */
    static int lengthAt(byte[] header) {
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    }

    private void nextItem() throws IOException {
        header = in.readNBytes(HEADER);
        headerRead = 0;
        if (header.length < HEADER) {
            throw damaged();
        }
        ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int tag = buffer.getShort() << 16 | buffer.getShort() & 0xFFFF;
        isLast = tag == SEQUENCE_DELIMITATION_ITEM;
        if (!isLast && tag != ITEM) {
            throw damaged();
        }
        left = isLast ? 0 : Integer.toUnsignedLong(buffer.getInt());
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (headerRead == header.length && left == 0) {
            if (isLast) {
                return -1;
            }
            nextItem();
        }
        if (headerRead < header.length) {
            int count = Math.min(length, header.length - headerRead);
            System.arraycopy(header, headerRead, target, offset, count);
            headerRead += count;
            return count;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw damaged();
        }
        left -= count;
        return count;
    }

    /** Reads: what is passed over has to be looked at too. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(Math.max(0, count), 8192)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static ArchiveException damaged() {
        return new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an encapsulated value is not made of items");
    }
}
