/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.IOException;
import java.io.InputStream;

import org.isocenter.loadtest.socket.LoadSocket;

/** A body as the head announced it: of a length, in chunks (RFC 9112 7.1), or until the connection ends. Counts what it reads. */
final class BodyInput extends InputStream {

    /** How the end is recognised. */
    enum Framing {
        /** By a length. */
        LENGTH,
        /** By a chunk without bytes. */
        CHUNKS,
        /** By the end of the connection. */
        CONNECTION
    }

    private static final int SKIP_BUFFER = 64 * 1024;

    private final LoadSocket socket;
    private final Framing framing;
    private long left;
    private long count;
    private boolean firstChunk = true;
    private boolean ended;

    BodyInput(LoadSocket socket, Framing framing, long length) {
        this.socket = socket;
        this.framing = framing;
        this.left = framing == Framing.LENGTH ? length : 0;
        this.ended = framing == Framing.LENGTH && length == 0;
    }

    /** Bytes that were read or skipped. */
    long count() {
        return count;
    }

    /** Throws the rest away. */
    void finish() throws IOException {
        while (more()) {
            if (framing == Framing.CONNECTION) {
                count += socket.skipToEnd();
                ended = true;
            } else {
                socket.skip(left);
                taken(left);
            }
        }
    }

    private void taken(long bytes) {
        count += bytes;
        if (framing != Framing.CONNECTION) {
            left -= bytes;
            ended = framing == Framing.LENGTH && left == 0;
        }
    }

    private boolean more() throws IOException {
        if (!ended && framing == Framing.CHUNKS && left == 0) {
            nextChunk();
        }
        return !ended;
    }

    private void nextChunk() throws IOException {
        if (!firstChunk && !socket.readLine().isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
        firstChunk = false;
        String line = socket.readLine();
        int extension = line.indexOf(';');
        left = Long.parseLong((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
        if (left == 0) {
            ended = true;
            for (String trailer = socket.readLine(); !trailer.isEmpty(); trailer = socket.readLine()) {
                firstChunk = false;
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        if (framing == Framing.CONNECTION) {
            int read = socket.readOrEnd(target, offset, length);
            ended = read < 0;
            count += Math.max(0, read);
            return read;
        }
        int read = socket.read(target, offset, (int) Math.min(length, left));
        taken(read);
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        if (framing == Framing.CONNECTION) {
            int read = read(new byte[SKIP_BUFFER], 0, (int) Math.min(SKIP_BUFFER, length));
            return Math.max(0, read);
        }
        if (!more()) {
            return 0;
        }
        long skipped = Math.min(left, length);
        socket.skip(skipped);
        taken(skipped);
        return skipped;
    }
}
