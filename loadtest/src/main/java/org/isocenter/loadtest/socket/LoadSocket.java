/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A TCP connection with buffers outside the heap, so that skipped bytes are never copied there. Network byte order. For one
 * thread; an interrupt closes it.
 */
public final class LoadSocket implements Closeable {

    private static final int MAX_LINE = 16 * 1024;

    private final Wire wire;
    private final ByteBuffer in;
    private final ByteBuffer out;
    private volatile long deadline;
    private volatile boolean limited;
    private volatile boolean overdue;

    private LoadSocket(Wire wire, ConnectOptions options) {
        this.wire = wire;
        this.in = ByteBuffer.allocateDirect(options.receiveBuffer()).flip();
        this.out = ByteBuffer.allocateDirect(options.sendBuffer());
    }

    /** Connects, with Nagle's algorithm off. */
    public static LoadSocket connect(String host, int port) throws IOException {
        return connect(host, port, ConnectOptions.FAST);
    }

    /**
     * Connects, with Nagle's algorithm off.
     *
     * @throws SocketTimeoutException when it takes longer than it may
     */
    public static LoadSocket connect(String host, int port, ConnectOptions options) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            int millis = Math.toIntExact(options.timeout().toMillis());
            channel.socket().connect(new InetSocketAddress(host, port), millis);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (options.tls() == null) {
                return new LoadSocket(new PlainWire(channel), options);
            }
            channel.socket().setSoTimeout(millis);
            Wire wire = TlsWire.open(channel.socket(), host, port, options.tls());
            channel.socket().setSoTimeout(0);
            return new LoadSocket(wire, options);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A connection that somebody made to us. */
    public static LoadSocket accepted(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new LoadSocket(new PlainWire(channel), ConnectOptions.many(Duration.ofSeconds(30), null));
    }

    /** From now on all that is awaited and sent must be done within the time, or the connection is closed. */
    public void limit(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        limited = true;
        Watchdog.add(this);
    }

    /** Takes the limit away. */
    public void unlimit() {
        limited = false;
        Watchdog.remove(this);
    }

    void closeIfOverdue(long now) {
        if (limited && now - deadline > 0) {
            overdue = true;
            Watchdog.remove(this);
            try {
                wire.close();
            } catch (IOException e) {
                // who waits for it learns that it is closed
                limited = false;
            }
        }
    }

    /** Whether the other side has closed it already, as far as can be told without waiting. */
    public boolean isEnded() throws IOException {
        return in.hasRemaining() || wire.isEnded();
    }

    /** Buffers a byte for sending. */
    public void putByte(int value) throws IOException {
        room(1);
        out.put((byte) value);
    }

    /** Buffers an int for sending. */
    public void putInt(int value) throws IOException {
        room(Integer.BYTES);
        out.putInt(value);
    }

    /** Buffers bytes for sending; what does not fit is sent. */
    public void put(byte[] bytes, int offset, int length) throws IOException {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            room(1);
            int count = Math.min(out.remaining(), end - position);
            out.put(bytes, position, count);
            position += count;
        }
    }

    /** Sends what is buffered. */
    public void flush() throws IOException {
        out.flip();
        try {
            wire.write(out);
        } catch (ClosedChannelException | SocketException e) {
            throw timedOut(e);
        }
        out.clear();
    }

    /** Reads an unsigned byte. */
    public int readByte() throws IOException {
        fill();
        return in.get() & 0xff;
    }

    /** Reads an int. */
    public int readInt() throws IOException {
        return readByte() << 24 | readByte() << 16 | readByte() << 8 | readByte();
    }

    /** Reads so many bytes. */
    public byte[] readBytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int position = 0;
        while (position < length) {
            fill();
            int count = Math.min(in.remaining(), length - position);
            in.get(bytes, position, count);
            position += count;
        }
        return bytes;
    }

    /** Reads a line that ends with a line feed, without it and a carriage return before it. */
    public String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = readByte(); each != '\n'; each = readByte()) {
            line.write(each);
            if (line.size() > MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE + " bytes");
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads what has arrived, one byte at least and no more than the length. */
    public int read(byte[] target, int offset, int length) throws IOException {
        fill();
        int count = Math.min(in.remaining(), length);
        in.get(target, offset, count);
        return count;
    }

    /** Like {@link #read}, but the end of the connection gives -1. */
    public int readOrEnd(byte[] target, int offset, int length) throws IOException {
        if (!in.hasRemaining()) {
            in.clear();
            if (receive() < 0) {
                return -1;
            }
        }
        return read(target, offset, length);
    }

    /** Throws so many received bytes away. */
    public void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            fill();
            int count = (int) Math.min(in.remaining(), left);
            in.position(in.position() + count);
            left -= count;
        }
    }

    /** Throws everything away until the other side closes, and gives the number of bytes. */
    public long skipToEnd() throws IOException {
        long skipped = 0;
        do {
            skipped += in.remaining();
            in.clear();
        } while (receive() >= 0);
        return skipped;
    }

    private void room(int bytes) throws IOException {
        if (out.remaining() < bytes) {
            flush();
        }
    }

    private void fill() throws IOException {
        if (!in.hasRemaining()) {
            in.clear();
            if (receive() < 0) {
                throw new EOFException("the other side closed the connection");
            }
        }
    }

    private int receive() throws IOException {
        try {
            return wire.read(in);
        } catch (ClosedChannelException | SocketException e) {
            throw timedOut(e);
        } finally {
            in.flip();
        }
    }

    private IOException timedOut(IOException e) {
        if (!overdue) {
            return e;
        }
        SocketTimeoutException late = new SocketTimeoutException("not done within the time-out");
        late.initCause(e);
        return late;
    }

    @Override
    public void close() throws IOException {
        unlimit();
        wire.close();
    }
}
