/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * A connection with a buffer for what is received. One thread reads and one writes at a time. Large reads go around the
 * buffer, straight to where the bytes are wanted.
 */
public final class Transport implements Closeable {
    private static final int INITIAL_BUFFER = 16 * 1024;
    private static final int LARGEST_BUFFER = 128 * 1024;
    private static final long NEVER = Long.MAX_VALUE;

    private final Socket connection;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Quickack quickack;
    private final long writeNanos;
    private byte[] buffer = new byte[INITIAL_BUFFER];
    private int position;
    private int limit;
    private int timeoutMillis = -1;
    private volatile long writeDeadline = NEVER;
    private volatile long closeDeadline = NEVER;
    private volatile boolean closed;

    /**
     * @param connection the TCP connection, connected
     * @param socket the same, or the TLS socket over it, its handshake done
     * @param writeMillis how long a write may take
     */
    public Transport(Socket connection, Socket socket, long writeMillis) throws IOException {
        this.connection = connection;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.quickack = new Quickack(connection);
        this.writeNanos = TimeUnit.MILLISECONDS.toNanos(writeMillis);
        connection.setTcpNoDelay(true);
        quickack.arm();
        Deadlines.watch(this);
    }

    /** Where the peer is. */
    public InetSocketAddress remoteAddress() {
        return (InetSocketAddress) connection.getRemoteSocketAddress();
    }

    /** Whether the connection is encrypted. */
    public boolean isEncrypted() {
        return socket instanceof SSLSocket;
    }

    /** How long the next reads wait for bytes; 0 is for ever. */
    void setTimeout(long millis) throws SocketException {
        int value = (int) Math.min(millis, Integer.MAX_VALUE);
        if (value != timeoutMillis) {
            socket.setSoTimeout(value);
            timeoutMillis = value;
        }
    }

    /** Whether a read would find bytes, or the end, without waiting. */
    boolean hasInput() throws IOException {
        return position < limit
                || in.available() > 0
                || connection.getInputStream().available() > 0;
    }

    /** The next byte, or -1 at the end of the stream. */
    int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xFF;
    }

    /** Reads at least a byte. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= buffer.length) {
                int count = in.read(target, offset, length);
                quickack.arm();
                return count;
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    void readFully(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = read(target, offset + done, length - done);
            if (count < 0) {
                throw new EOFException("The peer has closed the connection");
            }
            done += count;
        }
    }

    int readByte() throws IOException {
        int value = read();
        if (value < 0) {
            throw new EOFException("The peer has closed the connection");
        }
        return value;
    }

    long readInt() throws IOException {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | readByte();
        }
        return value;
    }

    private boolean fill() throws IOException {
        if (limit == buffer.length && buffer.length < LARGEST_BUFFER) {
            buffer = new byte[buffer.length * 2];
        }
        position = 0;
        limit = 0;
        int count = in.read(buffer, 0, buffer.length);
        if (count <= 0) {
            return false;
        }
        limit = count;
        quickack.arm();
        return true;
    }

    /** Writes all; ends with an IOException when the peer does not take it in time. */
    void write(byte[] bytes, int offset, int length) throws IOException {
        writeDeadline = System.nanoTime() + writeNanos;
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            if (System.nanoTime() >= writeDeadline) {
                throw new SocketTimeoutException("The peer does not take what is written");
            }
            throw e;
        } finally {
            writeDeadline = NEVER;
        }
    }

    /** Closes the connection, if it is still open then, after a while (the ARTIM timer of Sta13). */
    void closeAfter(long millis) {
        closeDeadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    void keepOpen() {
        closeDeadline = NEVER;
    }

    /** Reads and forgets all until the peer closes; false if this side has closed before. */
    boolean readToEnd() {
        try {
            setTimeout(0);
            int count;
            do {
                count = in.read(buffer, 0, buffer.length);
            } while (count >= 0);
            return true;
        } catch (IOException e) {
            return !closed;
        }
    }

    boolean isOverdue(long now) {
        long write = writeDeadline;
        long close = closeDeadline;
        return write != NEVER && now - write > 0 || close != NEVER && now - close > 0;
    }

    /** Whether this side has closed it. */
    public boolean isClosed() {
        return closed;
    }

    /** Closes the connection, with TLS's close_notify if nothing is being written. */
    @Override
    public void close() {
        if (!closed && socket != connection && writeDeadline == NEVER) {
            closed = true;
            closeQuietly(socket);
        }
        closeNow();
    }

    /** Closes the connection whatever is being written. */
    void closeNow() {
        closed = true;
        Deadlines.forget(this);
        closeQuietly(connection);
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // nothing is left to be done with it
        }
    }
}
