/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bodies into a stream. Used by one thread. */
public class StreamWriter extends BodyWriter {

    private static final int BUFFER = 128 * 1024;

    private final OutputStream out;

    /** Into the stream, which is not closed. */
    public StreamWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void transfer(Path file, long position, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            transfer(Channels.newInputStream(channel.position(position)), length);
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
