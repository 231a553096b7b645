/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.retrieve.send.BodyWriter;

/** A range of an object that is changed in memory before it goes out: one frame at a time. */
abstract class DerivedContent implements Content {

    private final ObjectContent range;

    DerivedContent(ObjectContent range) {
        this.range = range;
    }

    /** The bytes to send for those that were read. */
    abstract byte[] derive(byte[] bytes);

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        range.prepare(executor);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        byte[] derived;
        try (InputStream in = range.open()) {
            derived = derive(FrameSource.readBounded(in, range.length().getAsLong()));
        }
        out.write(derived, 0, derived.length);
    }

    @Override
    public void close() {
        range.close();
    }
}
