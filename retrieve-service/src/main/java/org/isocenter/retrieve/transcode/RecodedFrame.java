/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.send.BodyWriter;

/** A frame in another transfer syntax than it is kept in, made while it is sent. */
final class RecodedFrame implements Content {

    private final Content stored;
    private final long storedLength;
    private final FrameRecoder recoder;

    RecodedFrame(Content stored, long storedLength, FrameRecoder recoder) {
        this.stored = stored;
        this.storedLength = storedLength;
        this.recoder = recoder;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        stored.prepare(executor);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        byte[] bytes = recoder.recode(stored, storedLength).bytes();
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public void close() {
        stored.close();
    }
}
