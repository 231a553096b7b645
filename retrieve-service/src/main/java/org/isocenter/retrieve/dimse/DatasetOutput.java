/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.isocenter.retrieve.send.BodyWriter;

/** The data set of a C-STORE request. Used by one thread. */
final class DatasetOutput extends BodyWriter {

    private static final int BUFFER = 128 * 1024;

    private final OutputStream out;

    DatasetOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void transfer(FileChannel file, long position, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length));
        long done = 0;
        while (done < length) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
            int count = checked(file.read(buffer, position + done));
            out.write(buffer.array(), 0, count);
            done += count;
        }
    }

    @Override
    public void transfer(InputStream in, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
        long done = 0;
        while (done < length) {
            int count = checked(in.read(buffer, 0, (int) Math.min(buffer.length, length - done)));
            out.write(buffer, 0, count);
            done += count;
        }
    }

    private static int checked(int count) throws EOFException {
        if (count < 0) {
            throw new EOFException("an object is shorter than its row says");
        }
        return count;
    }
}
