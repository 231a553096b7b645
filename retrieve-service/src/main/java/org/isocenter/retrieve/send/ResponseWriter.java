/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes a response's body from a blocking thread. At most {@link #MAX_IN_FLIGHT} bytes are on their way to the socket; then
 * the thread waits, never the event loop. Once the client is gone every call throws {@link ClientGoneException}.
 */
public final class ResponseWriter extends BodyWriter {

    /** Bytes handed over that the operating system did not take yet. */
    static final int MAX_IN_FLIGHT = 2 * 1024 * 1024;

    /** The same over all responses: beyond it each has one buffer under way, so that clients that read nothing take little. */
    private static final long ALL_IN_FLIGHT =
            Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final AtomicLong ALL = new AtomicLong();

    private static final DirectBuffers BUFFERS = new DirectBuffers();

    private final HttpServerResponse response;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long inFlight;
    private boolean gone;
    private ByteBuffer current;

    /** For a response whose headers are set. */
    public ResponseWriter(HttpServerResponse response) {
        this.response = response;
        response.closeHandler(nothing -> clientGone());
        response.exceptionHandler(failure -> clientGone());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            ByteBuffer buffer = current();
            int count = Math.min(length - written, buffer.remaining());
            buffer.put(bytes, offset + written, count);
            written += count;
            sendIfFull();
        }
    }

    @Override
    public void transfer(FileChannel file, long position, long length) throws IOException {
        long done = 0;
        while (done < length) {
            ByteBuffer buffer = current();
            int limit = buffer.limit();
            buffer.limit((int) Math.min(limit, buffer.position() + (length - done)));
            int count = file.read(buffer, position + done);
            buffer.limit(limit);
            done += checked(count);
            sendIfFull();
        }
    }

    @Override
    public void transfer(InputStream in, long length) throws IOException {
        ReadableByteChannel channel = Channels.newChannel(in);
        long done = 0;
        while (done < length) {
            ByteBuffer buffer = current();
            int limit = buffer.limit();
            buffer.limit((int) Math.min(limit, buffer.position() + (length - done)));
            int count = channel.read(buffer);
            buffer.limit(limit);
            done += checked(count);
            sendIfFull();
        }
    }

    private static int checked(int count) throws EOFException {
        if (count < 0) {
            throw new EOFException("an object is shorter than its row says");
        }
        return count;
    }

    /** Sends what is left and ends the response. */
    public void finish() throws IOException {
        send();
        response.end();
    }

    /** Gives back what is not sent; after a failure. */
    public void discard() {
        if (current != null) {
            BUFFERS.give(current);
            current = null;
        }
    }

    private ByteBuffer current() throws IOException {
        if (current == null) {
            awaitRoom();
            current = BUFFERS.take();
        }
        return current;
    }

    private void sendIfFull() throws IOException {
        if (!current.hasRemaining()) {
            send();
        }
    }

    private void send() throws IOException {
        if (current == null || current.position() == 0) {
            discard();
            return;
        }
        ByteBuffer buffer = current;
        current = null;
        buffer.flip();
        int length = buffer.remaining();
        lock.lock();
        try {
            if (gone) {
                BUFFERS.give(buffer);
                throw new ClientGoneException();
            }
            inFlight += length;
            ALL.addAndGet(length);
        } finally {
            lock.unlock();
        }
        try {
            response.write(Buffer.buffer(Unpooled.wrappedBuffer(buffer))).onComplete(result -> {
                BUFFERS.give(buffer);
                sent(length, result.succeeded());
            });
        } catch (IllegalStateException e) { // the response was ended under us
            sent(length, false);
            throw new ClientGoneException();
        }
    }

    private void awaitRoom() throws IOException {
        lock.lock();
        try {
            while (!gone && inFlight + DirectBuffers.SIZE > limit()) {
                changed.awaitUninterruptibly();
            }
            if (gone) {
                throw new ClientGoneException();
            }
        } finally {
            lock.unlock();
        }
    }

    private static int limit() {
        return ALL.get() > ALL_IN_FLIGHT ? DirectBuffers.SIZE : MAX_IN_FLIGHT;
    }

    private void sent(int length, boolean succeeded) {
        lock.lock();
        try {
            if (!gone) {
                inFlight -= length;
                ALL.addAndGet(-length);
            }
            if (!succeeded) {
                forgetClient();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void clientGone() {
        lock.lock();
        try {
            forgetClient();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forgetClient() {
        gone = true;
        ALL.addAndGet(-inFlight);
        inFlight = 0;
    }

    /** Bytes under way over all responses. */
    static long allInFlight() {
        return ALL.get();
    }
}
