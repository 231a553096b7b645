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
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes a response's body from a blocking thread. What is on its way to the socket is bounded ({@link InFlight}); then the
 * thread waits, never the event loop. Once the client is gone every call throws {@link ClientGoneException}.
 */
public final class ResponseWriter extends BodyWriter {

    /** Shorter ranges of files are copied to the buffer with what is around them. */
    static final int SHORTEST_REGION = 32 * 1024;

    /**
     * Longer ranges are sent in pieces of this length: a connection counts as idle, and is closed, when for minutes no write
     * has come to its end, so that a long one would break off on a slow line.
     */
    public static final long LONGEST_REGION = 8L << 20;

    private static final DirectBuffers BUFFERS = new DirectBuffers();

    private final HttpServerResponse response;
    private final Optional<FileRegions> regions;
    private final InFlight inFlight = new InFlight();
    private ByteBuffer current;
    private boolean begun;

    /** For the response to a request, its headers being set. */
    public ResponseWriter(HttpServerRequest request) {
        this.response = request.response();
        this.regions = FileRegions.of(request);
        response.closeHandler(nothing -> inFlight.clientGone());
        response.exceptionHandler(failure -> inFlight.clientGone());
    }

    /** Whether the kernel can send ranges of files as parts of the answer to a request. */
    public static boolean sendsFiles(HttpServerRequest request) {
        return FileRegions.of(request).isPresent();
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
    public void transfer(Path file, long position, long length) throws IOException {
        OpenFile open = OpenFile.of(file);
        try {
            if (open.channel().size() < position + length) {
                throw new EOFException("an object is shorter than its row says");
            }
            if (regions.isPresent() && length >= SHORTEST_REGION) {
                send();
                begin();
                sendRegions(regions.get(), open, position, length);
            } else {
                copy(open.channel().position(position), length);
            }
        } finally {
            open.letGo();
        }
    }

    private void sendRegions(FileRegions kernel, OpenFile file, long position, long length) throws IOException {
        for (long done = 0; done < length; done += LONGEST_REGION) {
            inFlight.awaitRoom();
            inFlight.add(0, 1);
            kernel.send(
                    file,
                    position + done,
                    Math.min(LONGEST_REGION, length - done),
                    succeeded -> inFlight.done(0, 1, succeeded));
        }
    }

    @Override
    public void transfer(InputStream in, long length) throws IOException {
        copy(Channels.newChannel(in), length);
    }

    private void copy(ReadableByteChannel channel, long length) throws IOException {
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
        if (current == null || current.position() == 0) {
            response.end();
        } else {
            handOver(response::end);
        }
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
            inFlight.awaitRoom();
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
        } else {
            handOver(response::write);
        }
    }

    /** Makes the head of the response go out before what does not go through it. */
    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            try {
                response.write(Buffer.buffer());
            } catch (IllegalStateException e) { // the response was ended under us
                throw gone();
            }
        }
    }

    private void handOver(Function<Buffer, Future<Void>> how) throws IOException {
        begun = true;
        ByteBuffer buffer = current;
        current = null;
        buffer.flip();
        int length = buffer.remaining();
        try {
            inFlight.add(length, 0);
        } catch (ClientGoneException e) {
            BUFFERS.give(buffer);
            throw e;
        }
        try {
            how.apply(Buffer.buffer(Unpooled.wrappedBuffer(buffer))).onComplete(result -> {
                BUFFERS.give(buffer);
                inFlight.done(length, 0, result.succeeded());
            });
        } catch (IllegalStateException e) { // the response was ended under us
            throw gone();
        }
    }

    private ClientGoneException gone() {
        inFlight.clientGone();
        return new ClientGoneException();
    }

    /** Bytes under way over all responses. */
    static long allInFlight() {
        return InFlight.overAll();
    }
}
