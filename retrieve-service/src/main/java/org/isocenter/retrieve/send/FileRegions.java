/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.function.Consumer;

import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;

/**
 * Ranges of files within an answer that the kernel sends itself: nothing is copied to this process. Vert.x offers that for whole
 * answers only, so its connection is written to directly; that is for HTTP/1 without TLS and compression, which see the bytes.
 */
final class FileRegions {

    private final Http1xServerConnection connection;

    private FileRegions(Http1xServerConnection connection) {
        this.connection = connection;
    }

    /** For a request; empty if its connection cannot do it. */
    static Optional<FileRegions> of(HttpServerRequest request) {
        return request.connection() instanceof Http1xServerConnection connection
                        && !connection.isSsl()
                        && connection.channel().pipeline().get(HttpContentCompressor.class) == null
                ? Optional.of(new FileRegions(connection))
                : Optional.empty();
    }

    /** Sends a range behind what was written before; the file is let go and the outcome told when it is with the kernel. */
    void send(OpenFile file, long position, long length, Consumer<Boolean> outcome) {
        file.keep();
        ChannelPromise promise = connection.channelHandlerContext().newPromise();
        promise.addListener(result -> {
            file.letGo();
            outcome.accept(result.isSuccess());
        });
        connection.writeToChannel(new Region(file.channel(), position, length), promise);
    }

    /** A region that does not close its file, which others may be sent of. */
    private static final class Region extends DefaultFileRegion {

        Region(FileChannel file, long position, long length) {
            super(file, position, length);
        }

        @Override
        protected void deallocate() {
            // the file is let go once the outcome is known
        }
    }
}
