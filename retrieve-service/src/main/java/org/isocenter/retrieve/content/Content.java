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

/** Bytes that can be sent. Used by one thread. */
public interface Content extends AutoCloseable {

    /** How many they are, if it is known before they are made. */
    OptionalLong length();

    /** A range of them, where ranges can be had; content that gives any gives an empty one too. */
    default Optional<Content> slice(long first, long length) {
        return Optional.empty();
    }

    /** Begins to fetch them from afar while others are still being sent; at home there is nothing to do. */
    default void prepare(Executor executor) {}

    /** Sends them. */
    void writeTo(BodyWriter out) throws IOException;

    /** Lets go of what {@link #prepare} began. */
    @Override
    default void close() {}
}
