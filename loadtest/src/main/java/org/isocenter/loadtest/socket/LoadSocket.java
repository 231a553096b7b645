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
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A TCP connection with buffers outside the heap, so that skipped bytes are never copied there. Network byte order. For one
 * thread; an interrupt closes it.
 */
public final class LoadSocket implements Closeable {

    private static final int RECEIVE_BUFFER = 256 * 1024;
    private static final int SEND_BUFFER = 640 * 1024;
    private static final int MAX_LINE = 16 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(RECEIVE_BUFFER).flip();
    private final ByteBuffer out = ByteBuffer.allocateDirect(SEND_BUFFER);

    private LoadSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects, with Nagle's algorithm off. */
    public static LoadSocket connect(String host, int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(host, port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new LoadSocket(channel);
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
        while (out.hasRemaining()) {
            channel.write(out);
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
        int count = channel.read(in);
        in.flip();
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
