/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.retrieve.send.BodyWriter;

/** A value of which each range is content of its own. Used by one thread. */
final class RangedContent implements Content {

    /** Gives ranges of a value. */
    @FunctionalInterface
    interface Ranges {

        /** The range of {@code length} bytes from {@code first}. */
        Content of(long first, long length);
    }

    private final Ranges ranges;
    private final long length;
    private Content whole;

    RangedContent(Ranges ranges, long length) {
        this.ranges = ranges;
        this.length = length;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public Optional<Content> slice(long first, long sliceLength) {
        return Optional.of(sliceLength == 0 ? new BytesContent(new byte[0]) : ranges.of(first, sliceLength));
    }

    @Override
    public void prepare(Executor executor) {
        whole().prepare(executor);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        if (length > 0) {
            whole().writeTo(out);
        }
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
    }

    private Content whole() {
        if (whole == null) {
            whole = ranges.of(0, length);
        }
        return whole;
    }
}
